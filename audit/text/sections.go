package text

// A Section is a heading of a lexicon's phrases: what a phrase that stands
// under it tells. Sections say what words do, not whether that is wrong.
type Section uint8

// The sections whose phrases Lexicon.Find looks for.
const (
	Offer       Section = iota // somebody has a job to give: "we have an opening"
	Job                        // a word for a job, whoever's it is: "role", "vacancy"
	Hiring                     // somebody is hiring: "is hiring a", "now hiring"
	Pay                        // what a job pays: "salary of", "plus bonus"
	Move                       // would the reader leave: "open to new roles"
	Interest                   // would the reader hear more: "interested in hearing more"
	Fit                        // the reader fits something: "you would be perfect for"
	Call                       // asks for a call, or a number to call
	Talk                       // asks for a talk, which may be about anything
	Resume                     // asks for a CV
	Interview                  // asks for an interview
	Slot                       // asks for time in the calendar
	Service                    // sells what the sender makes or does
	Demo                       // offers a demonstration, a trial, a free audit
	Negation                   // the words after it are denied: "not", "no", "never"
	Affirmation                // looks like a denial and is none: "no worries", "why not"
	Contrast                   // ends a denial: "but", "however"
	Disclosure                 // says what the sender does: "I recruit", "I place"
	Later                      // speaks of another day: "future roles", "down the line"
	Theirs                     // a job or a hiring that is not on offer: "role of", "hiring manager"
	Topic                      // what people write and say: "post", "talk", "essay"
	sectionCount
)

var sectionNames = [sectionCount]string{
	"offer", "job", "hiring", "pay", "move", "interest", "fit", "call", "talk", "resume", "interview", "slot",
	"service", "demo", "negation", "affirmation", "contrast", "disclosure", "later", "theirs", "topic",
}

// String is the heading as lexicon files have it.
func (s Section) String() string { return sectionNames[s] }

// The headings of lexicon files that hold no phrases for Find.
const (
	headingWords         = "words"         // the words that give a language away
	headingGreetings     = "greetings"     // how a letter begins
	headingSignOffs      = "sign-offs"     // how it ends
	headingPleasantries  = "pleasantries"  // polite wishes that say nothing of their own
	headingAbbreviations = "abbreviations" // words whose full stop ends no sentence
	headingTitles        = "titles"        // abbreviations that a name always follows
	headingCompanies     = "companies"     // abbreviations that end a company's name
	headingRunOn         = "run-on"        // words that no sentence ends with
	headingOpeners       = "openers"       // words that open a sentence rather than go on with a name
	headingStock         = "stock"         // LinkedIn's own text
	headingIdeas         = "ideas"         // what single words stand for, in all languages alike
	headingSpellings     = "spellings"     // one word that stands for several, or for another
	headingClass         = "class "        // followed by a name: words that phrases use as <name>
)

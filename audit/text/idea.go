package text

import (
	"fmt"
	"strings"
)

// An Idea is what a word stands for in whatever language: a job, a call, a client, "you". Words of one idea
// can be compared across languages. The zero Idea stands for nothing.
type Idea uint8

// ideaNames are what lexicon files call ideas.
type ideaNames struct {
	names []string // by Idea
	small []bool   // by Idea: carries sentences and says nothing alone: "I", "for", "not"
}

// Ideas are all ideas that lexicons know.
func Ideas() []Idea {
	known := len(library().ideas.names)
	all := make([]Idea, 0, known)
	for i := 1; i < known; i++ {
		all = append(all, Idea(i))
	}
	return all
}

// String is the idea's name in lexicon files, "" for none.
func (i Idea) String() string { return library().ideas.names[i] }

// Small reports whether the idea carries sentences and says nothing alone.
func (i Idea) Small() bool { return library().ideas.small[i] }

// HasIdeas reports whether the lexicon tells what words stand for.
func (l *Lexicon) HasIdeas() bool { return l != nil && len(l.ideas) > 0 }

// IdeaOf is what a word stands for, its possessive ending off; zero where the lexicon does not say.
func (l *Lexicon) IdeaOf(token *Token) Idea {
	if word := int(token.plain); l != nil && token.Kind == Word && word < len(l.ideas) {
		return l.ideas[word]
	}
	return 0
}

// idea reads "name: words". Its words give the language away, like those under [words].
func (r *reader) idea(line string) error {
	name, words, found := strings.Cut(line, ":")
	if !found {
		return fmt.Errorf("idea without a colon: %s", line)
	}
	name, small := strings.CutPrefix(strings.ReplaceAll(name, " ", "-"), "+") // hyphens are blanks to phrases
	idea, err := r.lexiconLibrary.ideas.intern(name, small)
	if err != nil {
		return err
	}
	for _, word := range r.internAll(strings.Fields(words)) {
		r.Lexicon.ideas = grow(r.Lexicon.ideas, int(word))
		if r.Lexicon.ideas[word] == 0 {
			r.Lexicon.ideas[word] = idea
		}
		r.learn(word)
		if r.bit != 1 {
			r.speaks[word] |= r.bit
		}
	}
	return nil
}

func (i *ideaNames) intern(name string, small bool) (Idea, error) {
	if len(i.names) == 0 {
		i.names, i.small = []string{""}, []bool{false}
	}
	for at, known := range i.names {
		if known == name {
			if i.small[at] != small {
				return 0, fmt.Errorf("idea %s is small in one language and not in another", name)
			}
			return Idea(at), nil
		}
	}
	if len(i.names) > 255 {
		return 0, fmt.Errorf("idea %s is one too many", name)
	}
	i.names, i.small = append(i.names, name), append(i.small, small)
	return Idea(len(i.names) - 1), nil
}

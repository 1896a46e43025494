package habit

import (
	"cmp"
	"slices"
)

// All is every habit, in the order users see them. Nothing changes it.
var All = []*Habit{
	&DefaultMessage,
	&OverLength,
	&PrematurePitch,
	&NotSpecific,
	&HiddenIntent,
	&BulkTemplate,
	&MergeError,
}

// Judge says which habits a note shows, and why.
func Judge(n *Note) Verdict { return n.judge(All, 0, (*Note).finds) }

// Flags says which habits a note shows. The findings, which take longer than that, are left out.
func Flags(n *Note) Verdict { return n.judge(All, 0, (*Note).shows) }

// judge asks some of Every habit, of which the first has that number there, whether the note shows them.
func (n *Note) judge(habits []*Habit, first int, shows func(*Note, *Verdict, int, *Habit) bool) Verdict {
	var verdict Verdict
	for i, habit := range habits {
		if n.rules.off.Has(first+i) || !habit.Applies(n) {
			continue
		}
		verdict.Judged = verdict.Judged.With(i)
		if shows(n, &verdict, i, habit) {
			verdict.Flagged = verdict.Flagged.With(i)
		}
	}
	return verdict
}

// finds puts the evidence for a habit into a verdict, in the order of places, and reports whether there is any.
func (n *Note) finds(verdict *Verdict, i int, habit *Habit) bool {
	evidence := n.heeded(habit.Judge(n))
	slices.SortStableFunc(evidence, func(a, b Evidence) int { return cmp.Compare(a.Start, b.Start) })
	for _, e := range evidence {
		verdict.Findings = append(verdict.Findings, Finding{Habit: i, Evidence: e})
	}
	return len(evidence) > 0
}

// shows reports whether there is any evidence for a habit, without finding it where that is not needed.
func (n *Note) shows(_ *Verdict, _ int, habit *Habit) bool {
	if habit.Shows != nil && len(n.rules.ignored) == 0 {
		return habit.Shows(n)
	}
	return len(n.heeded(habit.Judge(n))) > 0
}

// isOwn is the condition of habits that only the recruiter's own words can commit.
func isOwn(n *Note) bool { return n.Kind == Own }

// isRead is the condition of habits that the model judges: own words in a language that it has learned.
func isRead(n *Note) bool { return n.Kind == Own && n.understood }

// modelLanguages are the languages of isRead, for texts.
const modelLanguages = "English, German, French, Spanish, Portuguese, Dutch, Italian and Polish"

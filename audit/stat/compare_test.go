package stat

import (
	"slices"
	"strings"
	"testing"
)

// strong is a habit with p well below 0.05, noise one with p far above: companions that decide how strict q is.
var (
	strong = []Table{{A: 10, B: 190, C: 60, D: 140}}
	noise  = []Table{{A: 30, B: 70, C: 30, D: 70}}
)

var verdictTests = []struct {
	name        string
	habits      [][]Table // the first is judged
	verdict     Verdict
	tags        []string
	explanation string
}{
	{"no data", [][]Table{nil}, NotEnoughData, nil, "No request could be judged for it."},
	{"empty strata", [][]Table{{{}, {}}}, NotEnoughData, nil, "No request could be judged for it."},
	{"not seen", [][]Table{{{C: 5, D: 15}, {C: 1}}}, NotSeen, nil, "None of the requests judged (21) shows it."},
	{"every request", [][]Table{{{A: 5, B: 15}}}, EveryRequest, nil,
		"Every request judged has it, so there are no others to compare with. Accepted: 25% (5 of 20)."},
	{"every recruiter", [][]Table{{{A: 5, B: 15}, {C: 3, D: 9}}}, EveryRecruiter, nil,
		"Among the requests in the rates it cannot be told apart from who sends them. " +
			"Accepted with it: 25% (5 of 20); without it: 25% (3 of 12)."},
	{"every recruiter, but few", [][]Table{{{A: 5, B: 15}, {C: 3, D: 6}}}, NotEnoughData, nil,
		"20 requests with it and 9 without. Compared within each recruiter, that is worth about 0 against 0; 20 against 20 needed."},
	{"every request, but few", [][]Table{{{A: 5, B: 4}}}, NotEnoughData, nil,
		"9 requests with it and 0 without. Compared within each recruiter, that is worth about 0 against 0; 20 against 20 needed."},
	{"too few", [][]Table{{{A: 10, B: 9, C: 10, D: 11}}}, NotEnoughData, nil,
		"19 requests with it and 21 without. Compared within each recruiter, that is worth about 19 against 19; 20 against 20 needed."},
	{"exactly enough", [][]Table{{{A: 10, B: 10, C: 10, D: 10}}}, NoClearDifference, nil,
		"Compared within each recruiter, the difference is 0 points (95% interval -28 to +28). " +
			"Across the team it was 50% (10 of 20) with it against 50% (10 of 20) without. " +
			"The data could have missed a gap below about 44 points."},
	{"four accepted", [][]Table{{{A: 2, B: 40, C: 2, D: 40}}}, NotEnoughData, nil, "Only 4 of 84 requests were accepted; at least 5 needed."},
	{"four not accepted", [][]Table{{{A: 40, B: 2, C: 40, D: 2}}}, NotEnoughData, nil, "Only 4 of 84 requests were not accepted; at least 5 needed."},
	{"uninformative", [][]Table{{{A: 20, C: 20}, {B: 20, D: 20}}}, NotEnoughData, nil,
		"Each recruiter who sent requests both with and without it had all of them accepted, or none: nothing can be compared within a recruiter."},
	{"less", [][]Table{{{A: 10, B: 90, C: 60, D: 140}}}, AcceptedLess, nil,
		"Compared within each recruiter, requests with it were accepted less often: the difference is -20 points (95% interval -28 to -10). " +
			"Across the team it was 10% (10 of 100) with it against 30% (60 of 200) without."},
	{"more", [][]Table{{{A: 60, B: 140, C: 10, D: 90}}}, AcceptedMore, nil,
		"Compared within each recruiter, requests with it were accepted more often: the difference is +20 points (95% interval +10 to +28). " +
			"Across the team it was 30% (60 of 200) with it against 10% (10 of 100) without."},
	{"weak", [][]Table{{{A: 20, B: 80, C: 33, D: 67}}, noise, noise}, WeakEvidence, nil,
		"Compared within each recruiter, the difference is -13 points (95% interval -25 to -1). " +
			"Across the team it was 20% (20 of 100) with it against 33% (33 of 100) without. " +
			"The habit went with requests being accepted less often, but among several habits a gap like this can come up by chance."},
	{"the same alone", [][]Table{{{A: 20, B: 80, C: 33, D: 67}}}, AcceptedLess, nil, ""},
	{"the same among clear ones", [][]Table{{{A: 20, B: 80, C: 33, D: 67}}, strong, strong}, AcceptedLess, nil, ""},
	{"too few do not count", [][]Table{{{A: 20, B: 80, C: 33, D: 67}}, {{A: 1, B: 1, C: 1, D: 1}}, {{C: 9, D: 9}}}, AcceptedLess, nil, ""},
	{"kidney stones", [][]Table{{{81, 6, 234, 36}, {192, 71, 55, 25}}}, NoClearDifference, []string{Reverses},
		"Across the team, requests with it were accepted less often (78% against 83%). " +
			"Compared within each recruiter, the difference is +5 points (-1 to +12). Who sends the requests explains the team figure. " +
			"The data could have missed a gap below about 10 points."},
	{"reversal with too little data", [][]Table{{{A: 4, B: 0, C: 9, D: 1}, {A: 2, B: 8, C: 0, D: 4}}}, NotEnoughData, nil, ""},
	{"sender", [][]Table{{{A: 80, B: 20, C: 16, D: 4}, {A: 4, B: 16, C: 20, D: 80}}}, NoClearDifference, []string{MostlySender},
		"Compared within each recruiter, the difference is 0 points (95% interval -14 to +14). " +
			"Across the team it was 70% (84 of 120) with it against 30% (36 of 120) without; most of that gap goes with who sends the requests. " +
			"The data could have missed a gap below about 24 points."},
	{"differs", [][]Table{{{A: 40, B: 60, C: 10, D: 90}, {A: 10, B: 90, C: 40, D: 60}}}, NoClearDifference, []string{Differs}, ""},
}

func TestVerdicts(t *testing.T) {
	for _, test := range verdictTests {
		t.Run(test.name, func(t *testing.T) {
			c := CompareAll(test.habits)[0]
			if c.Verdict != test.verdict || !slices.Equal(c.Tags, test.tags) {
				t.Errorf("%q %q, want %q %q (p %v)", c.Verdict, c.Tags, test.verdict, test.tags, c.Within.P)
			}
			if test.explanation != "" && c.Explanation != test.explanation {
				t.Errorf("explanation\n%s\nwant\n%s", c.Explanation, test.explanation)
			}
			if (c.Shortfall != nil) != (test.verdict == AcceptedLess) {
				t.Errorf("shortfall %v with %q", c.Shortfall, c.Verdict)
			}
		})
	}
}

// TestSeen: what is seen only outside the rates is no habit that was not seen.
func TestSeen(t *testing.T) {
	unseen := CompareAll([][]Table{{{C: 5, D: 15}}})[0]
	if c := unseen.Seen(0); c.Verdict != NotSeen {
		t.Errorf("%q", c.Verdict)
	}
	if c := unseen.Seen(39); c.Verdict != NotEnoughData || c.Explanation != "Nothing that shows it (39) is in the rates." {
		t.Errorf("%q %q", c.Verdict, c.Explanation)
	}
	if c := CompareAll([][]Table{{{A: 10, B: 90, C: 60, D: 140}}})[0].Seen(200); c.Verdict != AcceptedLess {
		t.Errorf("%q", c.Verdict)
	}
}

func TestVerdictWords(t *testing.T) {
	words := []Verdict{
		"Not seen", "Cannot compare: every request has it", "Cannot compare: each recruiter either always or never does it",
		"Not enough data", "Accepted less often", "Accepted more often", "Weak evidence", "No clear difference",
	}
	constants := []Verdict{NotSeen, EveryRequest, EveryRecruiter, NotEnoughData, AcceptedLess, AcceptedMore, WeakEvidence, NoClearDifference}
	if !slices.Equal(words, constants) {
		t.Errorf("verdicts %q", constants)
	}
}

func TestWarnings(t *testing.T) {
	for _, test := range []struct {
		name   string
		strata []Table
		want   []string
	}{
		{"none", []Table{{A: 10, B: 20, C: 10, D: 20}, {A: 10, B: 20, C: 10, D: 20}}, nil},
		{"only recruiter", []Table{{A: 10, B: 20, C: 10, D: 20}}, nil},
		{"one sender", []Table{{A: 10, B: 20, C: 10, D: 20}, {A: 1, B: 1, C: 10, D: 20}},
			[]string{"One recruiter sent 94% of the requests with it."}},
		{"few compared", []Table{{A: 10, B: 20, C: 10, D: 20}, {A: 10, B: 25}},
			[]string{"Only 30 of the 65 requests with it come from recruiters who also sent some without it; the others do not enter the difference within recruiters."}},
		{"borderline", []Table{{A: 53, B: 414, C: 11, D: 37}, {A: 0, B: 16, C: 4, D: 139}},
			[]string{"One recruiter sent 97% of the requests with it.",
				"The test and the 95% interval do not agree on whether there is a difference: a borderline case."}},
	} {
		if got := CompareAll([][]Table{test.strata})[0].Warnings; !slices.Equal(got, test.want) {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

func TestShortfallExplanation(t *testing.T) {
	const rest = " This compares past requests; it does not prove that changing the note would change the outcome: recruiters may use it for different people."
	for _, test := range []struct {
		shortfall Shortfall
		want      string
	}{
		{Shortfall{Value: 14.3, Low: 5.2, High: 23.4, Requests: 120, Accepted: 24},
			"The 120 requests with it in the rates were accepted 24 times. At the rate of the same recruiters' other requests it would have been about 38: 14 more (95% interval 5 to 23)."},
		{Shortfall{Value: -2.2, Low: -4.6, High: 0.3, Requests: 30, Accepted: 9},
			"The 30 requests with it in the rates were accepted 9 times. At the rate of the same recruiters' other requests it would have been about 7: 2 fewer (95% interval 0 to 5)."},
		{Shortfall{Value: 0.4, Low: -1, High: 0, Requests: 1, Accepted: 1},
			"The one request with it in the rates was accepted 1 time. At the rate of the same recruiters' other requests it would have been about 1: 0 more (95% interval -1 to 0)."},
	} {
		if got := test.shortfall.Explanation(); got != test.want+rest {
			t.Errorf("%v\n%s\nwant\n%s", test.shortfall, got, test.want+rest)
		}
	}
}

func TestSmallDifferencesKeepTheirDirection(t *testing.T) {
	less := CompareAll([][]Table{{{A: 299000, B: 701000, C: 301000, D: 699000}}})[0]
	if less.Verdict != AcceptedLess || !strings.Contains(less.Explanation, "less often: the difference is less than 1 point (") {
		t.Errorf("%s: %s", less.Verdict, less.Explanation)
	}
	const slightly = "Across the team, requests with it were accepted slightly more often (30% against 30%). " +
		"Compared within each recruiter, the difference is less than 1 point ("
	reversed := CompareAll([][]Table{{{A: 3000, B: 7000, C: 3010, D: 6990}, {A: 350, B: 650, C: 30, D: 70}}})[0]
	if !slices.Contains(reversed.Tags, Reverses) || !strings.HasPrefix(reversed.Explanation, slightly) {
		t.Errorf("%q: %s", reversed.Tags, reversed.Explanation)
	}
}

var banned = []string{"raised", "cause", "costs", "lost", "would gain", "because of", "impact", "effect", "uplift", "drives", "NaN", "Inf", "%!"}

// TestCarefulWords looks for words that claim more than an association, and for slips of formatting, in every sentence
// that thousands of random comparisons produce.
func TestCarefulWords(t *testing.T) {
	random := generator()
	explained := map[Verdict]int{}
	tagged := map[string]int{}
	for range 3000 {
		scale := random.Int64N(20) + 1
		habits := [][]Table{randomStrata(random), randomStrata(random), randomStrata(random), randomStrata(random)}
		for _, strata := range habits {
			for i := range strata {
				strata[i] = Table{A: strata[i].A * scale, B: strata[i].B * scale, C: strata[i].C * scale, D: strata[i].D * scale}
			}
		}
		for _, c := range CompareAll(habits) {
			explained[c.Verdict]++
			sentences := append([]string{string(c.Verdict), c.Explanation}, append(c.Warnings, c.Tags...)...)
			if c.Shortfall != nil {
				sentences = append(sentences, c.Shortfall.Explanation())
			}
			for _, tag := range c.Tags {
				tagged[tag]++
			}
			for _, sentence := range sentences {
				for _, word := range banned {
					if strings.Contains(strings.ToLower(sentence), strings.ToLower(word)) {
						t.Fatalf("%q contains %q", sentence, word)
					}
				}
			}
		}
	}
	if len(explained) != 8 || len(tagged) != 3 {
		t.Errorf("not everything was said: %v %v", explained, tagged)
	}
}

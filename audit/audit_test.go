package audit

import (
	"context"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"outreachaudit/audit/export"
	"outreachaudit/audit/stat"
	"outreachaudit/audit/tally"
)

const samples = "../samples"

func runSamples(t *testing.T, change func(*Options)) *Result {
	t.Helper()
	o := Options{Paths: []string{samples}, MaturityDays: DefaultMaturityDays, MaxFlagged: DefaultMaxFlagged}
	if change != nil {
		change(&o)
	}
	return runOptions(t, o)
}

func runOptions(t *testing.T, o Options) *Result {
	t.Helper()
	result, err := Run(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

// The counts are those that the samples' generator knows and their README states.
func TestSamplesAreCountedRight(t *testing.T) {
	r := runSamples(t, nil)
	if a := r.Accounting; !a.Balanced() || a.Read != 4278 || a.Audited != 4068 || a.Skipped[export.Incoming] != 209 || a.Quarantined[export.TooFewFields] != 1 {
		t.Errorf("accounting %+v", a)
	}
	want := tally.Count{Requests: 4068, Mature: 3604, Accepted: 1363, Young: 436, Outside: 28, Withdrawn: 619, Dated: 777, Late: 27}
	if r.Team.Count != want {
		t.Errorf("team %+v, want %+v", r.Team.Count, want)
	}
	mature := map[string][2]int64{
		"Basic_LinkedInDataExport_10-31-2026.zip": {357, 204}, "Basic_LinkedInDataExport_10-30-2026": {418, 204},
		"Complete_LinkedInDataExport_09-12-2022": {290, 128}, "outreach-tool.csv": {1941, 586}, "berlin-office.csv": {598, 241},
	}
	for _, s := range r.Sources {
		name := strings.TrimPrefix(filepath.ToSlash(s.Path), samples+"/")
		name = strings.TrimSuffix(name, "/Invitations.csv")
		if got := [2]int64{s.Requests.Mature, s.Requests.Accepted}; got != mature[name] {
			t.Errorf("%s: mature and accepted %d, want %d", name, got, mature[name])
		}
		delete(mature, name)
	}
	if len(mature) > 0 {
		t.Errorf("not read: %v", mature)
	}
	if r.AsOf.String() != "2026-10-31" || len(r.Recruiters) != 9 {
		t.Errorf("as of %s, %d recruiters", r.AsOf, len(r.Recruiters))
	}
}

// Three effects are planted in the samples: a pitch goes with lower acceptance within every recruiter;
// long notes look as bad, but only because those who are accepted least write them; no note is no worse.
func TestSamplesShowWhatIsPlanted(t *testing.T) {
	habits := map[string]HabitResult{}
	for _, h := range runSamples(t, nil).Habits {
		habits[h.ID] = h
	}
	pitch, long, stock := habits["premature-pitch"], habits["over-length"], habits["default-message"]
	if d := pitch.Within.Difference; pitch.Verdict != stat.AcceptedLess || d.Value < -0.20 || d.Value > -0.12 || d.High > -0.08 {
		t.Errorf("premature-pitch: %q, within %+v", pitch.Verdict, d)
	}
	if d := long.Crude.Difference; d.High > -0.05 {
		t.Errorf("over-length: crude %+v, want it clearly lower", d)
	}
	if d := long.Within.Difference; long.Verdict != stat.NoClearDifference || d.Low > 0 || d.High < 0 || d.Value < -0.03 || d.Value > 0.03 {
		t.Errorf("over-length: %q, within %+v", long.Verdict, d)
	}
	if d := stock.Within.Difference; stock.Verdict != stat.NoClearDifference || d.Low > 0 || d.High < 0 {
		t.Errorf("default-message: %q, within %+v", stock.Verdict, d)
	}
}

func TestWorkersAndOrderOfPathsChangeNothing(t *testing.T) {
	want := runSamples(t, func(o *Options) { o.Jobs = 1 })
	for _, jobs := range []int{2, 8} {
		if got := runSamples(t, func(o *Options) { o.Jobs = jobs }); !reflect.DeepEqual(got, want) {
			t.Errorf("%d workers give another result", jobs)
		}
	}
	entries, err := os.ReadDir(samples)
	if err != nil {
		t.Fatal(err)
	}
	var paths []string
	for _, e := range entries {
		if e.Name() != "generate" && !strings.HasPrefix(e.Name(), ".") && filepath.Ext(e.Name()) != ".md" && filepath.Ext(e.Name()) != ".png" {
			paths = append([]string{filepath.Join(samples, e.Name())}, paths...)
		}
	}
	if got := runSamples(t, func(o *Options) { o.Paths = paths }); !reflect.DeepEqual(got, want) {
		t.Errorf("paths named backwards give another result")
	}
}

// An archive named twice, once packed and once unpacked, or beside its folder, is counted once.
func TestOverlapIsCountedOnce(t *testing.T) {
	once := runSamples(t, nil)
	twice := filepath.Join(t.TempDir(), "again.csv")
	content, err := os.ReadFile(filepath.Join(samples, "outreach-tool.csv"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(twice, content, 0o600); err != nil {
		t.Fatal(err)
	}
	got := runSamples(t, func(o *Options) { o.Paths = append(o.Paths, twice) })
	if got.Accounting.Skipped[export.Duplicate] != 2100 || !reflect.DeepEqual(got.Team, once.Team) {
		t.Errorf("skipped %v, team %+v", got.Accounting.Skipped, got.Team.Count)
	}
}

// Of a request in two exports the newer one's outcome counts, whichever is named first.
func TestNewestExportWins(t *testing.T) {
	folder := t.TempDir()
	header := "Recruiter,Sent,Recipient,Note,Status,Request ID\n"
	for name, rows := range map[string]string{
		"a.csv": "Ana,2026-01-05,Bo Li,hi,pending,1\nAna,2026-01-06,Cy Ng,hi,accepted,2\n",
		"b.csv": "Ana,2026-01-05,Bo Li,hi,accepted,1\nAna,2026-03-06,Di Ek,hi,pending,3\n",
	} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(header+rows), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	r, err := Run(context.Background(), Options{Paths: []string{folder}, MaturityDays: 30})
	if err != nil {
		t.Fatal(err)
	}
	if r.Team.Mature != 1 || r.Team.Accepted != 1 || r.Accounting.Skipped[export.Duplicate] != 1 {
		t.Errorf("team %+v, skipped %v", r.Team.Count, r.Accounting.Skipped)
	}
}

func TestEachHearsEveryRequestInOrder(t *testing.T) {
	var lines []int
	r := runSamples(t, func(o *Options) {
		o.Paths = []string{filepath.Join(samples, "outreach-tool.csv")}
		o.Each = func(j *Judged) error { lines = append(lines, j.Line); return nil }
	})
	if int64(len(lines)) != r.Accounting.Audited {
		t.Fatalf("heard of %d requests, %d were audited", len(lines), r.Accounting.Audited)
	}
	for i := 1; i < len(lines); i++ {
		if lines[i] <= lines[i-1] {
			t.Fatalf("line %d after line %d", lines[i], lines[i-1])
		}
	}
}

func TestAsOf(t *testing.T) {
	day := func(s string) export.Day { d, _ := export.ParseDay(s); return d }
	c := newCollector(Options{AsOf: day("2026-12-31"), MaturityDays: 30}, export.Period{}, nil)
	for _, test := range []struct {
		info export.Info
		want string
	}{
		{export.Info{Exported: day("2026-10-31"), OutcomeAsOf: day("2026-10-31")}, "2026-12-31"},                      // only guessed from the data: believe the user
		{export.Info{Exported: day("2026-10-31"), OutcomeAsOf: day("2026-10-31"), ExportedKnown: true}, "2026-10-31"}, // the archive was made before: what came after is not in it
		{export.Info{Exported: day("2027-02-01"), OutcomeAsOf: day("2027-02-01"), ExportedKnown: true}, "2026-12-31"}, // a look back
	} {
		if got := c.cohort(&test.info).AsOf.String(); got != test.want {
			t.Errorf("%+v: as of %s, want %s", test.info, got, test.want)
		}
	}
	r := runSamples(t, func(o *Options) { o.AsOf = day("2026-06-30") })
	if r.Accounting.Skipped[export.AfterAsOf] == 0 || r.AsOf != day("2026-06-30") || !r.Accounting.Balanced() {
		t.Errorf("as of %s, skipped %v", r.AsOf, r.Accounting.Skipped)
	}
}

func TestSourcesThatCannotBeReadAreSaid(t *testing.T) {
	empty := filepath.Join(t.TempDir(), "empty.csv")
	if err := os.WriteFile(empty, []byte("Recruiter,Sent,Recipient,Note\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	r := runSamples(t, func(o *Options) { o.Paths = append(o.Paths, empty) })
	at := slices.IndexFunc(r.Ignored, func(i export.Ignored) bool { return i.Path == empty })
	if at < 0 || !r.Ignored[at].Failed || !strings.Contains(strings.Join(r.Warnings, "\n"), empty) {
		t.Errorf("ignored %+v, warnings %q", r.Ignored, r.Warnings)
	}
}

func TestCancelledRunEnds(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	o := Options{Paths: []string{samples}, Each: func(*Judged) error { cancel(); return nil }}
	if _, err := Run(ctx, o); err == nil {
		t.Error("no error after cancelling")
	}
}

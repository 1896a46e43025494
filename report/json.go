package report

import (
	"encoding/json"
	"io"

	"outreachaudit/audit"
	"outreachaudit/audit/export"
	"outreachaudit/audit/stat"
)

// schema is the version of the JSON contract; it changes when a field changes its meaning or goes.
const schema = 1

// WriteJSON writes everything that an audit found, for programs. Shares are fractions, differences are
// differences of fractions, and what is not known is null.
func WriteJSON(w io.Writer, result *audit.Result, run Run) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", " ")
	return encoder.Encode(document(result, run))
}

type jsonDocument struct {
	Schema      int             `json:"schema"`
	AsOf        *string         `json:"as_of"`
	Tool        jsonTool        `json:"tool"`
	Settings    jsonSettings    `json:"settings"`
	Accounting  jsonAccounting  `json:"accounting"`
	Sources     []jsonSource    `json:"sources"`
	Files       []jsonFile      `json:"files"`
	Ignored     []jsonIgnored   `json:"ignored"`
	Team        jsonGroup       `json:"team"`
	Kinds       []jsonKind      `json:"kinds"`
	Habits      []jsonHabit     `json:"habits"`
	Recruiters  []jsonRecruiter `json:"recruiters"`
	RecruiterN  int             `json:"recruiter_count"`
	Months      []jsonMonth     `json:"months"`
	Combined    []jsonCombined  `json:"combined"`
	Adjustment  jsonAdjustment  `json:"adjustment"`
	Before      *jsonBefore     `json:"before"`
	Sensitivity jsonSensitivity `json:"sensitivity"`
	Waiting     jsonWaiting     `json:"waiting"`
	FollowUp    *jsonAfter      `json:"follow_up"`
	NoFollowUp  *string         `json:"follow_up_missing"`
	Flagged     int64           `json:"flagged"`
	Quarantined []jsonProblem   `json:"quarantined_records"`
	Templates   []jsonTemplate  `json:"templates"`
	Warnings    []string        `json:"warnings"`
}

type jsonTool struct {
	Version string `json:"version"`
	Rules   string `json:"rules"`
}

type jsonSettings struct {
	MaturityDays int      `json:"maturity_days"`
	ReplyDays    int      `json:"reply_days"`
	AsOf         *string  `json:"as_of"`
	From         *string  `json:"from"`
	To           *string  `json:"to"`
	Recruiters   []string `json:"recruiters"`
	MaxFlagged   int      `json:"max_flagged"`
	Purpose      string   `json:"purpose"`
	TeamOnly     bool     `json:"team_only"`
	Pseudonyms   bool     `json:"pseudonyms"`
	Judging      []string `json:"judging"`
	Reading      []string `json:"reading"`
}

type jsonAccounting struct {
	Read        int64                 `json:"read"`
	Audited     int64                 `json:"audited"`
	Skipped     map[export.Skip]int64 `json:"skipped"`
	Quarantined map[export.Code]int64 `json:"quarantined"`
}

type jsonSource struct {
	Path         string       `json:"path"`
	Format       string       `json:"format"`
	FormatWhy    string       `json:"format_reason"`
	Encoding     string       `json:"encoding"`
	Delimiter    string       `json:"delimiter"`
	LineEnd      string       `json:"line_end"`
	Quotes       string       `json:"quotes"`
	HeaderLine   *int         `json:"header_line"`
	DateOrder    *string      `json:"date_order"`
	Exported     *string      `json:"exported_on"`
	ExportedFrom string       `json:"exported_from"`
	Acceptance   string       `json:"acceptance"`
	WhyKnown     string       `json:"acceptance_reason"`
	Join         *string      `json:"join"`
	Connections  []string     `json:"connections"`
	Connected    int64        `json:"connected_people"`
	Hidden       int64        `json:"hidden_connections"`
	WindowDays   *int         `json:"window_days"`
	NotesKnown   bool         `json:"notes_known"`
	Messages     *jsonMail    `json:"messages"`
	Columns      []jsonColumn `json:"columns"`
	jsonAccounting
	Warnings []string `json:"warnings"`
}

// jsonMail says what became of the rows of messages.csv.
type jsonMail struct {
	Paths   []string              `json:"paths"`
	Until   string                `json:"until"`
	Read    int64                 `json:"read"`
	Used    int64                 `json:"used"`
	LeftOut map[export.Skip]int64 `json:"left_out"`
}

type jsonColumn struct {
	Name  string  `json:"name"`
	Field *string `json:"field"`
}

type jsonFile struct {
	Path   string `json:"path"`
	Bytes  int64  `json:"bytes"`
	SHA256 string `json:"sha256"`
}

type jsonIgnored struct {
	Path   string `json:"path"`
	Reason string `json:"reason"`
	Failed bool   `json:"failed"`
}

type jsonProblem struct {
	Source string `json:"source"`
	Line   int    `json:"line"`
	Code   string `json:"code"`
	Reason string `json:"reason"`
	Raw    string `json:"raw"`
}

type jsonRate struct {
	Mature   int64    `json:"mature"`
	Accepted int64    `json:"accepted"`
	Rate     *float64 `json:"rate"`
	Low      *float64 `json:"lo"`
	High     *float64 `json:"hi"`
}

type jsonGroup struct {
	Requests int64 `json:"requests"`
	jsonRate
	Young   int64 `json:"young"`
	Outside int64 `json:"outside"`
	Unknown int64 `json:"unknown"`
	Undated int64 `json:"undated"`

	Withdrawn int64 `json:"withdrawn"`
	Dated     int64 `json:"accepted_on_known_day"`
	Late      int64 `json:"accepted_late"`
}

type jsonKind struct {
	Kind string `json:"kind"`
	jsonGroup
}

type jsonRecruiter struct {
	Name string `json:"name"`
	jsonGroup
	jsonPlace
	First  *string                   `json:"first_month"`
	Last   *string                   `json:"last_month"`
	Habits map[string]jsonHabitCount `json:"habits"`
}

type jsonMonth struct {
	Month string `json:"month"`
	jsonGroup
	Change *jsonChange               `json:"change"`
	Habits map[string]jsonHabitCount `json:"habits"`
}

type jsonTemplate struct {
	Wording   string   `json:"wording"`
	Notes     int64    `json:"notes"`
	Senders   []string `json:"senders"`
	SentBy    int      `json:"sender_count"`
	First     *string  `json:"first_sent"`
	Last      *string  `json:"last_sent"`
	Busiest   *string  `json:"busiest_day"`
	OnBusiest int64    `json:"notes_on_busiest_day"`
	jsonGroup
}

type jsonHabit struct {
	ID            string         `json:"id"`
	Title         string         `json:"title"`
	Judged        int64          `json:"judged"`
	Flagged       int64          `json:"flagged"`
	With          jsonRate       `json:"with"`
	Without       jsonRate       `json:"without"`
	Crude         jsonCrude      `json:"crude"`
	Within        jsonWithin     `json:"within"`
	Q             *float64       `json:"q"`
	Verdict       stat.Verdict   `json:"verdict"`
	Tags          []string       `json:"tags"`
	Explanation   string         `json:"explanation"`
	Shortfall     *jsonShortfall `json:"shortfall"`
	Adjusted      *jsonAdjusted  `json:"adjusted"`
	NotAdjusted   *string        `json:"not_adjusted"`
	DetectableGap *float64       `json:"detectable_gap"`
	Warnings      []string       `json:"warnings"`
}

type jsonCrude struct {
	Difference *float64 `json:"diff"`
	Low        *float64 `json:"lo"`
	High       *float64 `json:"hi"`
	OddsRatio  *float64 `json:"or"`
	OddsLow    *float64 `json:"or_lo"`
	OddsHigh   *float64 `json:"or_hi"`
	RiskRatio  *float64 `json:"rr"`
	RiskLow    *float64 `json:"rr_lo"`
	RiskHigh   *float64 `json:"rr_hi"`
	HalfAdded  bool     `json:"half_added"`
	Phi        *float64 `json:"phi"`
	Fisher     *float64 `json:"fisher_p"`
}

type jsonWithin struct {
	Difference   *float64 `json:"diff"`
	Low          *float64 `json:"lo"`
	High         *float64 `json:"hi"`
	OddsRatio    *float64 `json:"or"`
	OddsLow      *float64 `json:"or_lo"`
	OddsHigh     *float64 `json:"or_hi"`
	CMH          *float64 `json:"cmh"`
	P            *float64 `json:"p"`
	Method       *string  `json:"method"`
	HomogeneityP *float64 `json:"homogeneity_p"`
	Comparable   int      `json:"comparable"`
	Informative  int      `json:"informative"`
	Weight       float64  `json:"weight"`
}

type jsonShortfall struct {
	Value    float64 `json:"value"`
	Low      float64 `json:"lo"`
	High     float64 `json:"hi"`
	Requests int64   `json:"requests"`
	Accepted int64   `json:"accepted"`
}

package report

import (
	"outreachaudit/audit"
	"outreachaudit/audit/stat"
)

// jsonPlace is how a recruiter's rate lies among the team's.
type jsonPlace struct {
	Shrunk *float64        `json:"shrunk"`
	Low    *float64        `json:"shrunk_lo"`
	High   *float64        `json:"shrunk_hi"`
	Label  *string         `json:"label"`
	Funnel *jsonFunnel     `json:"funnel"`
	Others *jsonDifference `json:"others"`
}

type jsonFunnel struct {
	Low95   float64 `json:"lo_95"`
	High95  float64 `json:"hi_95"`
	Low998  float64 `json:"lo_998"`
	High998 float64 `json:"hi_998"`
}

type jsonDifference struct {
	Difference float64 `json:"diff"`
	Low        float64 `json:"lo"`
	High       float64 `json:"hi"`
}

type jsonChange struct {
	jsonDifference
	From string `json:"from"`
}

type jsonCombined struct {
	Habits int  `json:"habits"`
	OrMore bool `json:"or_more"`
	jsonGroup
}

type jsonAdjustment struct {
	Requests   int64   `json:"requests"`
	Recruiters int     `json:"recruiters"`
	Missing    *string `json:"missing"`
}

type jsonAdjusted struct {
	OddsRatio float64 `json:"or"`
	Low       float64 `json:"lo"`
	High      float64 `json:"hi"`
	P         float64 `json:"p"`
	Still     *string `json:"still_there"`
}

type jsonInterval struct {
	Value float64 `json:"rate"`
	Low   float64 `json:"lo"`
	High  float64 `json:"hi"`
}

type jsonSensitivity struct {
	WithoutWithdrawn   *jsonInterval `json:"without_withdrawn"`
	UnknownNotAccepted *jsonInterval `json:"unknown_not_accepted"`
	UnknownAccepted    *jsonInterval `json:"unknown_accepted"`
	InTime             *jsonInterval `json:"in_time"`
}

type jsonWaiting struct {
	Dated int64      `json:"accepted_on_known_day"`
	NoDay int64      `json:"accepted_on_unknown_day"`
	Steps []jsonStep `json:"steps"`
}

type jsonStep struct {
	Day    int      `json:"days"`
	AtRisk int64    `json:"at_risk"`
	Share  float64  `json:"accepted"`
	Low    *float64 `json:"lo"`
	High   *float64 `json:"hi"`
}

// jsonHabitCount has the requests with the habit under mature and accepted.
type jsonHabitCount struct {
	Judged     int64           `json:"judged"`
	Flagged    int64           `json:"flagged"`
	Mature     int64           `json:"mature"`
	Accepted   int64           `json:"accepted"`
	Without    jsonCounts      `json:"without"`
	Difference *jsonDifference `json:"difference"`
}

type jsonCounts struct {
	Mature   int64 `json:"mature"`
	Accepted int64 `json:"accepted"`
}

type jsonBefore struct {
	From string `json:"from"`
	To   string `json:"to"`
	jsonGroup
	Change *jsonDifference            `json:"change"`
	Habits map[string]jsonBeforeHabit `json:"habits"`
}

type jsonBeforeHabit struct {
	jsonHabitCount
	Change *jsonDifference `json:"change"`
}

func jsonPlaceOf(p stat.Place) jsonPlace {
	out := jsonPlace{Label: known(string(p.Label)), Others: jsonDifferenceOf(p.Others)}
	out.Shrunk, out.Low, out.High = three(p.Shrunk)
	if l := p.Limits; l != nil {
		out.Funnel = &jsonFunnel{l.Low95, l.High95, l.Low998, l.High998}
	}
	return out
}

func jsonDifferenceOf(i *stat.Interval) *jsonDifference {
	if i == nil {
		return nil
	}
	return &jsonDifference{i.Value, i.Low, i.High}
}

func jsonIntervalOf(i *stat.Interval) *jsonInterval {
	if i == nil {
		return nil
	}
	return &jsonInterval{i.Value, i.Low, i.High}
}

func jsonChangeOf(m audit.MonthResult) *jsonChange {
	if m.Change == nil {
		return nil
	}
	return &jsonChange{*jsonDifferenceOf(m.Change), m.ChangeFrom.String()}
}

func jsonAdjustedOf(h *audit.HabitResult) *jsonAdjusted {
	term := h.Adjusted
	if term == nil || term.OddsRatio == nil {
		return nil
	}
	odds := term.OddsRatio
	return &jsonAdjusted{odds.Value, odds.Low, odds.High, *term.P, known(still(h))}
}

func jsonSensitivityOf(s audit.Sensitivity) jsonSensitivity {
	return jsonSensitivity{
		jsonIntervalOf(s.WithoutWithdrawn), jsonIntervalOf(s.UnknownNotAccepted), jsonIntervalOf(s.UnknownAccepted), jsonIntervalOf(s.InTime),
	}
}

func jsonWaitingOf(w audit.WaitingResult) jsonWaiting {
	return jsonWaiting{w.Dated, w.NoDay, each(w.Steps, func(s stat.Step) jsonStep {
		out := jsonStep{Day: s.Day, AtRisk: s.AtRisk, Share: s.Share}
		_, out.Low, out.High = three(s.Interval)
		return out
	})}
}

func jsonHabitCountOf(c audit.HabitCount) jsonHabitCount {
	with, without := c.With(), c.Without()
	out := jsonHabitCount{c.Judged, c.Flagged, with.Mature, with.Accepted, jsonCounts{without.Mature, without.Accepted}, nil}
	if difference, ok := stat.Difference(with, without); ok {
		out.Difference = jsonDifferenceOf(&difference)
	}
	return out
}

func jsonBeforeOf(result *audit.Result) *jsonBefore {
	b := result.Before
	if b == nil {
		return nil
	}
	out := &jsonBefore{b.First.String(), b.Last.String(), jsonGroupOf(b.Group), jsonDifferenceOf(b.Change), map[string]jsonBeforeHabit{}}
	for h, then := range b.Habits {
		out.Habits[result.Habits[h].ID] = jsonBeforeHabit{jsonHabitCountOf(then.HabitCount), jsonDifferenceOf(then.Change)}
	}
	return out
}

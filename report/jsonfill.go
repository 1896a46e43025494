package report

import (
	"maps"

	"outreachaudit/audit"
	"outreachaudit/audit/export"
	"outreachaudit/audit/stat"
)

func document(result *audit.Result, run Run) jsonDocument {
	s := result.Settings
	doc := jsonDocument{
		Schema: schema,
		AsOf:   known(result.AsOf.String()),
		Tool:   jsonTool(run),
		Settings: jsonSettings{
			MaturityDays: s.MaturityDays, ReplyDays: s.ReplyDays, AsOf: known(s.AsOf.String()), From: known(s.From.String()), To: known(s.To.String()),
			Recruiters: listed(s.Recruiters), MaxFlagged: s.MaxFlagged, Purpose: s.Purpose, TeamOnly: s.TeamOnly, Pseudonyms: s.Pseudonyms, Judging: listed(s.Judging), Reading: listed(s.Reading),
		},
		Accounting:  jsonAccountingOf(result.Accounting),
		Sources:     each(result.Sources, func(s audit.SourceResult) jsonSource { return jsonSourceOf(&s.Info, s.Accounting) }),
		Ignored:     each(result.Ignored, func(i export.Ignored) jsonIgnored { return jsonIgnored{i.Path, i.Reason, i.Failed} }),
		Team:        jsonGroupOf(result.Team),
		Kinds:       each(result.Kinds, func(k audit.KindResult) jsonKind { return jsonKind{kindName(k.Kind), jsonGroupOf(k.Group)} }),
		Habits:      each(result.Habits, func(h audit.HabitResult) jsonHabit { return jsonHabitOf(result, h) }),
		Flagged:     result.FlaggedTotal,
		Quarantined: each(result.Problems, jsonProblemOf),
		Warnings:    listed(result.Warnings),
	}
	doc.Recruiters = each(result.Recruiters, func(r audit.RecruiterResult) jsonRecruiter {
		return jsonRecruiter{
			Name: r.Name, jsonGroup: jsonGroupOf(r.Group), jsonPlace: jsonPlaceOf(r.Place), First: known(r.FirstSent.String()), Last: known(r.LastSent.String()),
			Habits: jsonCountsOf(result, r.Habits),
		}
	})
	doc.Months = each(result.Months, func(m audit.MonthResult) jsonMonth {
		return jsonMonth{m.Month.String(), jsonGroupOf(m.Group), jsonChangeOf(m), jsonCountsOf(result, m.Habits)}
	})
	doc.Files = each(result.Files, func(f audit.FileRecord) jsonFile { return jsonFile(f) })
	doc.RecruiterN = result.Senders
	doc.Combined = each(result.Combined, func(c audit.CombinedResult) jsonCombined {
		return jsonCombined{c.Habits, c.OrMore, jsonGroupOf(c.Group)}
	})
	doc.Adjustment = jsonAdjustment{result.Adjustment.Requests, result.Adjustment.Recruiters, known(result.Adjustment.Missing)}
	doc.Before = jsonBeforeOf(result)
	doc.Sensitivity, doc.Waiting = jsonSensitivityOf(result.Sensitivity), jsonWaitingOf(result.Waiting)
	doc.FollowUp, doc.NoFollowUp = jsonAfterOf(result), known(result.NoAfter)
	doc.Templates = each(result.Templates, func(t audit.TemplateResult) jsonTemplate {
		return jsonTemplate{
			Wording: t.Wording, Notes: t.Notes, Senders: listed(t.Senders), SentBy: t.SentBy, jsonGroup: jsonGroupOf(t.Group),
			First: known(t.First.String()), Last: known(t.Last.String()), Busiest: known(t.Busiest.String()), OnBusiest: t.OnBusiest,
		}
	})
	return doc
}

// each turns a list into a list, which is empty and not null when there is nothing.
func each[From, To any](list []From, turn func(From) To) []To {
	turned := make([]To, 0, len(list))
	for _, one := range list {
		turned = append(turned, turn(one))
	}
	return turned
}

func listed(texts []string) []string { return each(texts, func(s string) string { return s }) }

// known is nil for what is not known.
func known(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func jsonAccountingOf(a export.Accounting) jsonAccounting {
	out := jsonAccounting{
		Read: a.Read, Audited: a.Audited, Quarantined: a.Quarantined,
		Skipped: map[export.Skip]int64{export.Incoming: 0, export.Duplicate: 0}, // always there, as the contract has them
	}
	maps.Copy(out.Skipped, a.Skipped)
	if out.Quarantined == nil {
		out.Quarantined = map[export.Code]int64{}
	}
	return out
}

func jsonSourceOf(s *export.Info, accounting export.Accounting) jsonSource {
	return jsonSource{
		Path: s.Path, Format: s.Format, FormatWhy: s.FormatWhy, Encoding: s.Encoding, Delimiter: s.Delimiter,
		LineEnd: s.LineEnd, Quotes: s.Quotes, HeaderLine: nonZero(s.HeaderLine), DateOrder: known(s.DateOrder),
		Exported: known(s.Exported.String()), ExportedFrom: s.ExportedFrom,
		Acceptance: string(s.Acceptance), WhyKnown: s.AcceptanceWhy, Join: known(s.Join), Connections: listed(s.Connections), Connected: s.Connected, Hidden: s.HiddenConnections, WindowDays: nonZero(s.WindowDays), NotesKnown: s.NotesKnown,
		Messages:       jsonMailOf(s.Mail),
		Columns:        each(s.Columns, func(c export.Column) jsonColumn { return jsonColumn{c.Name, known(string(c.Field))} }),
		jsonAccounting: jsonAccountingOf(accounting),
		Warnings:       listed(s.Warnings),
	}
}

func jsonMailOf(m *export.MailInfo) *jsonMail {
	if m == nil {
		return nil
	}
	return &jsonMail{listed(m.Paths), m.Until.String(), m.Read, m.Used, m.LeftOut}
}

// nonZero is nil for a number that means nothing when it is zero.
func nonZero(n int) *int {
	if n == 0 {
		return nil
	}
	return &n
}

func jsonProblemOf(p export.Problem) jsonProblem {
	return jsonProblem{p.Source, p.Line, string(p.Code), p.Reason, p.Raw}
}

func jsonRateOf(r stat.Rate) jsonRate {
	out := jsonRate{Mature: r.Mature, Accepted: r.Accepted}
	if i, ok := r.Interval(); ok {
		out.Rate, out.Low, out.High = &i.Value, &i.Low, &i.High
	}
	return out
}

func jsonGroupOf(g audit.Group) jsonGroup {
	return jsonGroup{
		Requests: g.Requests, jsonRate: jsonRateOf(rateOf(g)),
		Young: g.Young, Outside: g.Outside, Unknown: g.Unknown, Undated: g.Undated,
		Withdrawn: g.Withdrawn, Dated: g.Dated, Late: g.Late,
	}
}

func jsonCountsOf(result *audit.Result, counts []audit.HabitCount) map[string]jsonHabitCount {
	out := map[string]jsonHabitCount{}
	for i, c := range counts {
		out[result.Habits[i].ID] = jsonHabitCountOf(c)
	}
	return out
}

func jsonHabitOf(result *audit.Result, h audit.HabitResult) jsonHabit {
	out := jsonHabit{
		ID: h.ID, Title: h.Title, Judged: h.Judged, Flagged: h.Flagged,
		With: jsonRateOf(h.Total.With()), Without: jsonRateOf(h.Total.Without()),
		Crude:  jsonCrude{HalfAdded: h.Crude.HalfAdded, Phi: h.Crude.Phi, Fisher: h.Crude.Fisher},
		Within: jsonWithinOf(h.Within),
		Q:      h.Q, Verdict: verdict(result, &h), Tags: listed(h.Tags), Explanation: h.Explanation,
		DetectableGap: h.DetectableGap, Warnings: listed(h.Warnings),
		Adjusted: jsonAdjustedOf(&h), NotAdjusted: known(notAdjusted(result, &h)),
	}
	out.Crude.Difference, out.Crude.Low, out.Crude.High = three(h.Crude.Difference)
	out.Crude.OddsRatio, out.Crude.OddsLow, out.Crude.OddsHigh = three(h.Crude.OddsRatio)
	out.Crude.RiskRatio, out.Crude.RiskLow, out.Crude.RiskHigh = three(h.Crude.RiskRatio)
	if s := h.Shortfall; s != nil {
		shortfall := jsonShortfall{s.Value, s.Low, s.High, s.Requests, s.Accepted}
		out.Shortfall = &shortfall
	}
	return out
}

func jsonWithinOf(w stat.Within) jsonWithin {
	out := jsonWithin{
		CMH: w.CMH, P: w.P, Method: known(w.Method), HomogeneityP: w.HomogeneityP,
		Comparable: w.Comparable, Informative: w.Informative, Weight: w.Weight,
	}
	out.Difference, out.Low, out.High = three(w.Difference)
	out.OddsRatio, out.OddsLow, out.OddsHigh = three(w.OddsRatio)
	return out
}

// three are an estimate and its limits, each of them null when there is none.
func three(i *stat.Interval) (value, low, high *float64) {
	if i == nil {
		return nil, nil, nil
	}
	return &i.Value, &i.Low, &i.High
}

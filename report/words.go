package report

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"outreachaudit/audit"
	"outreachaudit/audit/habit"
	"outreachaudit/audit/stat"
)

// Below these numbers of requests a share is not shown at all, or marked as resting on little.
const (
	fewRequests   = 10
	smallRequests = 30
)

// number writes a count with thousands separators.
func number(n int64) string {
	digits := strconv.FormatInt(n, 10)
	for i := len(digits) - 3; i > 0 && digits[i-1] != '-'; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}

// counted is a count with its noun.
func counted(n int64, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return number(n) + " " + many
}

// asOf says of which day the report is; exports without a single date do not tell.
func asOf(result *audit.Result) string {
	if result.AsOf == 0 {
		return "As of an unknown day"
	}
	return "As of " + result.AsOf.String()
}

// percent is a share in whole percents.
func percent(share float64) string { return fmt.Sprintf("%d%%", int64(math.Round(100*share))) }

// interval is a 95 % interval of a share in words.
func interval(i stat.Interval) string { return percent(i.Low) + " to " + percent(i.High) }

// share is part of whole in words. A share of a handful would look more exact than it is.
func share(part, whole int64) string {
	switch {
	case whole == 0:
		return "-"
	case whole < fewRequests:
		return fmt.Sprintf("%d of %d", part, whole)
	}
	return fmt.Sprintf("%s (%s of %s)", portion(part, whole), number(part), number(whole))
}

// portion is part of whole in whole percents; few are not none, and nearly all are not all.
func portion(part, whole int64) string {
	switch share := float64(part) / float64(whole); {
	case part > 0 && share < 0.005:
		return "<1%"
	case part < whole && share >= 0.995:
		return ">99%"
	default:
		return percent(share)
	}
}

// rate is a rate in words, without its counts where a share may be shown.
func rate(r stat.Rate) string {
	if r.Mature < fewRequests {
		return share(r.Accepted, r.Mature)
	}
	return portion(r.Accepted, r.Mature)
}

// enough says in words how much a share rests on; nothing when it is enough.
func enough(n int64) string {
	switch {
	case n == 0:
		return "none"
	case n < fewRequests:
		return "too few for a rate"
	case n < smallRequests:
		return "small"
	}
	return ""
}

// minus writes negative numbers with a true minus sign, after which no program breaks a line.
func minus(words string) string {
	return strings.NewReplacer(" -", " −", "(-", "(−").Replace(words)
}

// sentence makes a sentence of a remark: a capital letter and a full stop.
func sentence(remark string) string {
	remark = strings.TrimSpace(remark)
	if remark == "" {
		return ""
	}
	if first := remark[0]; first >= 'a' && first <= 'z' {
		remark = string(first-'a'+'A') + remark[1:]
	}
	if strings.HasSuffix(remark, ".") || strings.HasSuffix(remark, "?") || strings.HasSuffix(remark, "!") {
		return remark
	}
	return remark + "."
}

// yes says whether something holds.
func yes(holds bool) string {
	if holds {
		return "yes"
	}
	return "no"
}

// kindName is whose words a note holds.
func kindName(kind habit.Kind) string {
	switch kind {
	case habit.Blank:
		return "no note"
	case habit.Stock:
		return "stock text"
	case habit.Own:
		return "own words"
	default:
		return "not exported"
	}
}

// folder is the one that all sources are in, with its last separator; "" when they share none. Without
// it the files of a table are told apart at a glance; the sheet of the run has their full names.
func folder(result *audit.Result) string {
	common := ""
	for i := range result.Sources {
		path := result.Sources[i].Path
		directory := path[:strings.LastIndexAny(path, `/\`)+1]
		if i == 0 {
			common = directory
		}
		for !strings.HasPrefix(directory, common) {
			common = common[:strings.LastIndexAny(common[:len(common)-1], `/\`)+1]
		}
	}
	if len(common) == 1 { // the root is no folder to share
		return ""
	}
	return common
}

// period is the months in which the audited requests were sent.
func period(result *audit.Result) string {
	first, last := "", ""
	if n := len(result.Months); n > 0 {
		first, last = result.Months[0].Month.String(), result.Months[n-1].Month.String()
	}
	switch {
	case first == "":
		return "sent on unknown dates"
	case first == last:
		return "sent in " + first
	}
	return "sent " + first + " to " + last
}

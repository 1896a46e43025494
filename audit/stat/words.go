package stat

import (
	"fmt"
	"math"
)

// plural is a count with its noun.
func plural(n int64, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// accepted is a rate in words. A share of a handful of requests would look more exact than it is, so those stay counts.
func accepted(rate Rate) string {
	counts := fmt.Sprintf("%d of %d", rate.Accepted, rate.Mature)
	if !rate.Reportable() {
		return counts
	}
	return fmt.Sprintf("%s (%s)", percent(rate), counts)
}

// percent is a share in whole percents.
func percent(rate Rate) string { return fmt.Sprintf("%d%%", whole(100*rate.Share())) }

// signed is a difference of shares in whole percentage points with its sign, without the unit.
func signed(difference float64) string {
	if points := whole(100 * difference); points != 0 {
		return fmt.Sprintf("%+d", points)
	}
	return "0"
}

// points is a difference of shares with the unit. A difference must not read as none because it is small.
func points(difference float64) string {
	switch rounded := whole(100 * difference); {
	case rounded == 1 || rounded == -1:
		return fmt.Sprintf("%+d point", rounded)
	case rounded == 0 && sign(difference) != 0:
		return "less than 1 point"
	default:
		return signed(difference) + " points"
	}
}

// often is the direction of a difference.
func often(difference float64) string {
	if difference < 0 {
		return "less often"
	}
	return "more often"
}

// whole rounds half away from zero, as people do; an integer cannot come out as "-0".
func whole(x float64) int64 { return int64(math.Round(x)) }

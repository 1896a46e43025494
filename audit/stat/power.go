package stat

import "math"

// power80 is the 80 % point of the standard normal distribution.
const power80 = 0.8416212335729143

// DetectableGap is the smallest difference of shares, from 0 to 1, that a two-sided test at 5 % would find with 80 %
// power, from the rate over the whole comparison and its Mantel-Haenszel weight. It is false when nothing or everything
// was accepted, when nothing can be compared, and when no difference of shares is large enough to be found.
func DetectableGap(t Table, weight float64) (float64, bool) {
	all := t.All()
	if weight <= 0 || all.Accepted <= 0 || all.Accepted >= all.Mature {
		return 0, false
	}
	gap := (Z + power80) * math.Sqrt(all.Share()*(1-all.Share())/weight)
	if gap > 1 {
		return 0, false
	}
	return gap, true
}

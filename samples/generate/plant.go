package main

import (
	"cmp"
	"math"
	"slices"
	"time"
)

// plantNotes decides what the notes are. Shares hold exactly, among mature and young requests
// alike, and long is spread evenly over pitches and the rest, so that the two are independent.
func plantNotes(r *recruiter, requests []*request) {
	chance := newDice("notes " + r.name())
	for _, group := range byStanding(requests) {
		mixed := shuffled(chance, group)
		owners := mixed[:portion(len(mixed), r.ownShare)]
		pitches := portion(len(owners), r.pitchShare)
		for i, half := range [][]*request{owners[:pitches], owners[pitches:]} {
			long := portion(len(half), r.longShare)
			for j, one := range half {
				one.kind, one.pitch, one.long = own, i == 0, j < long
				one.templated = chance.chance(r.templateShare)
				one.specific = !one.templated && chance.chance(r.specificShare/(1-r.templateShare))
			}
		}
		if group[0].standing == mature {
			for _, one := range mixed[len(owners):][:r.stock] {
				one.kind = stock
			}
		}
	}
}

// plantAcceptance decides who accepted. Requests are put in order by all that could matter and
// those accepted are drawn at even steps through their probabilities, so that every group of like
// notes has its intended rate up to one request: chance must not plant an effect of its own.
func plantAcceptance(o *office, r *recruiter, requests []*request) {
	chance := newDice("acceptance " + r.name())
	for _, group := range byStanding(requests) {
		ordered := shuffled(chance, group)
		slices.SortStableFunc(ordered, func(a, b *request) int {
			return cmp.Compare(likeness(a), likeness(b))
		})
		reached := chance.part()
		for _, one := range ordered {
			before := math.Floor(reached)
			reached += probability(one)
			if math.Floor(reached) > before {
				accept(o, one, chance)
			}
		}
	}
}

// likeness sorts requests into groups of like notes.
func likeness(one *request) int {
	key := int(one.kind)
	for _, trait := range []bool{one.pitch, one.long, one.specific, one.templated} {
		key *= 2
		if trait {
			key++
		}
	}
	return key
}

// probability of having accepted by the day of the export.
func probability(one *request) float64 {
	r, rate := one.recruiter, one.recruiter.blankRate
	if one.kind == own {
		rate = r.plainRate
		if one.pitch {
			rate -= r.pitchDrop
		}
		if one.long {
			rate += r.longShift
		}
	}
	if one.standing == young {
		rate *= acceptedWithin(float64(one.age))
	}
	return rate
}

// delaySteps are the measured shares of all acceptances that had come by the end of a day after
// sending.
var delaySteps = []struct{ days, share float64 }{
	{0, 0}, {.45, .34}, {1.3, .67}, {3, .81}, {7, .89}, {14, .93}, {21, .95}, {30, .96}, {60, .99}, {110, 1},
}

// acceptedWithin is the share of acceptances that come within some days of sending.
func acceptedWithin(days float64) float64 {
	for i := 1; i < len(delaySteps); i++ {
		low, high := delaySteps[i-1], delaySteps[i]
		if days < high.days {
			return low.share + (high.share-low.share)*(days-low.days)/(high.days-low.days)
		}
	}
	return 1
}

// accept sets the moment of acceptance. A request from outside the window was accepted inside it:
// otherwise LinkedIn's archive would not hold it any more.
func accept(o *office, one *request, chance *dice) {
	longest := o.asOf.Sub(one.sent).Hours()/24 - .05
	delay := longest * chance.part()
	if one.standing == outside {
		delay = longest - float64(o.days)*.9*chance.part()
	} else {
		for range 50 {
			if drawn := drawDelay(chance); drawn < longest {
				delay = drawn
				break
			}
		}
	}
	one.accepted = true
	one.acceptedAt = one.sent.Add(time.Duration(delay * 24 * float64(time.Hour))).Truncate(time.Second).UTC()
}

// drawDelay is a number of days from sending to accepting.
func drawDelay(chance *dice) float64 {
	share := chance.part()
	for i := 1; i < len(delaySteps); i++ {
		low, high := delaySteps[i-1], delaySteps[i]
		if share < high.share {
			return max(.002, low.days+(high.days-low.days)*(share-low.share)/(high.share-low.share))
		}
	}
	return delaySteps[len(delaySteps)-1].days
}

// plantStatus says what a tool would show.
func plantStatus(r *recruiter, requests []*request) {
	chance := newDice("status " + r.name())
	for _, one := range requests {
		switch {
		case one.accepted:
			one.status = "accepted"
		case chance.chance(.07):
			one.status = "declined"
		case one.age > 21 && chance.chance(r.withdrawRate):
			one.status = "withdrawn"
		default:
			one.status = "pending"
		}
	}
}

// byStanding splits requests into groups of one standing; none is empty.
func byStanding(requests []*request) [][]*request {
	var groups [][]*request
	for _, wanted := range []standing{mature, young, outside} {
		var group []*request
		for _, one := range requests {
			if one.standing == wanted {
				group = append(group, one)
			}
		}
		if len(group) > 0 {
			groups = append(groups, group)
		}
	}
	return groups
}

// portion is a share of a whole number, rounded.
func portion(of int, share float64) int { return int(math.Round(float64(of) * share)) }

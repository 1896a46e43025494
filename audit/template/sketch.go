// Package template finds families of notes that are written from one template: the same wording, or nearly,
// with names, companies and numbers filled in.
package template

import "math/bits"

// Sizes of a sketch. Two notes that share 3 in 4 of their shingles, as when one word of 24 differs, agree on
// 20 of 32 parts in 96 cases of 100, and on a whole band in 95; two that share half of them agree in 11, two
// that share 4 in 10 in 1 (binomial distribution).
const (
	parts   = 32 // of a sketch
	shingle = 3  // words that stand in a row
	bands   = 8  // of parts, one of which must agree as a whole before two sketches are compared
	agree   = 20 // parts that must agree for two notes to be of one family
)

// A Sketch is a digest of a wording that is alike for wordings that are alike: for each of several hash
// functions the least value over all runs of three words (MinHash; Broder 1997).
type Sketch [parts]uint16

// factors are odd: multiplying by each puts the digests of runs, which are mixed well, in another order
// (multiply-shift hashing; Dietzfelbinger and others 1997).
var factors = func() (all [parts]uint64) {
	for part := range all {
		all[part] = mix(uint64(part+1)*0x9e3779b97f4a7c15) | 1
	}
	return all
}()

// SketchOf digests a wording given by the digests of its words.
func SketchOf(keys []uint64) Sketch {
	var least [parts]uint64
	for i := range least {
		least[i] = ^uint64(0)
	}
	for i := range max(1, len(keys)-shingle+1) {
		run := uint64(0)
		for _, key := range keys[min(i, len(keys)):min(i+shingle, len(keys))] {
			run = mix(run ^ key)
		}
		for part := range least {
			least[part] = min(least[part], run*factors[part])
		}
	}
	var sketch Sketch
	for part := range sketch {
		sketch[part] = uint16(mix(least[part]))
	}
	return sketch
}

// like reports whether two wordings are nearly the same.
func (s *Sketch) like(other *Sketch) bool {
	same := 0
	for i := range s {
		if s[i] == other[i] {
			same++
		}
	}
	return same >= agree
}

// band is the digest of one band of a sketch.
func (s *Sketch) band(i int) uint64 {
	hash := uint64(i)
	for _, part := range s[i*parts/bands : (i+1)*parts/bands] {
		hash = mix(hash<<16 ^ uint64(part))
	}
	return hash
}

// bands are the digests of all bands.
func (s *Sketch) bands() (all [bands]uint64) {
	for i := range all {
		all[i] = s.band(i)
	}
	return all
}

// KeyOf is the digest of a whole wording, never 0.
func KeyOf(words []uint64) uint64 {
	hash := uint64(len(words))
	for _, word := range words {
		hash = mix(bits.RotateLeft64(hash, 7) ^ word)
	}
	return max(1, hash)
}

// mix is the finaliser of splitmix64 (Steele, Lea and Flood 2014).
func mix(x uint64) uint64 {
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

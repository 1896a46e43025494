package model

import (
	"strings"
	"testing"
)

func TestRead(t *testing.T) {
	w, err := Read("// a remark\n-\tbias\t-100\t0\t0\t50\nw\tjob\t120\t-5\t0\t0\nb\tyour job\t-30\t0\t0\t0\n")
	if err != nil {
		t.Fatal(err)
	}
	if w.Bias() != (Scores{-100, 0, 0, 50}) {
		t.Errorf("bias %v", w.Bias())
	}
	for _, test := range []struct {
		name  Name
		steps int16
	}{{Name{'w', "job"}, 120}, {Name{'b', "your job"}, -30}} {
		place := w.Find(test.name)
		if place < 0 || place >= w.Places() || w.At(place)[Pitch] != test.steps {
			t.Errorf("%v: place %d", test.name, place)
		}
	}
	for _, unknown := range []Name{{'w', "post"}, {'b', "job your"}, {'i', "job"}, {'w', "your job"}} {
		if w.Find(unknown) >= 0 {
			t.Errorf("%v is known", unknown)
		}
	}
}

func TestBrokenWeights(t *testing.T) {
	for content, want := range map[string]string{
		"":                 "no weights",
		"// only a remark": "no weights",
		"-\tbias\t1\t2\t3": "no line of weights",
		"-\tbias\t1\t2\t3\t4\nb\ta b c\t1\t2\t3\t4":                   "more than two words",
		"-\tbias\t1\t2\t3\t4\nw\ta\t1\t2\t3\t4\nw\ta\t1\t2\t3\t4":     "twice",
		"-\tbias\t1\t2\t3\t4\nb\ta b\t1\t2\t3\t4\nb\ta b\t1\t2\t3\t4": "twice",
		"-\tbias\t1\t2\t3\t40000":                                     "out of range",
		"-\tbias\t1\t2\t3\tfour":                                      "invalid syntax",
		"-\tbias\t1\t2\t3\t4\nlong\tw\t1":                             "no line of weights",
	} {
		if _, err := Read(content); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", content, err, want)
		}
	}
}

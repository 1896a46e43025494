// Command train learns the model of package habit from its labelled notes: "make model" runs it.
//
// It prints how the model does on notes that it was not learned from, by language, and writes the file of
// weights, which is compiled into the program. With -measure it learns nothing, and prints how the model as
// it is does on the notes of another folder. With -wrong it prints the notes that were judged wrongly.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"

	"outreachaudit/audit/habit"
	"outreachaudit/audit/model"
)

func main() {
	folder := flag.String("notes", "audit/habit/training", "folder of labelled notes")
	output := flag.String("o", "audit/habit/weights.txt", "file of weights to write; empty for none")
	measure := flag.Bool("measure", false, "only judge the notes by the model as it is")
	wrong := flag.Bool("wrong", false, "print the notes that were judged wrongly")
	flag.Parse()
	if err := run(*folder, *output, *measure, *wrong); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(folder, output string, measure, wrong bool) error {
	notes, err := habit.ReadLabelled(os.DirFS(folder))
	if err != nil {
		return err
	}
	if measure {
		print(habit.Measure(notes), wrong)
		return nil
	}
	results, err := habit.CrossValidate(notes, learn)
	if err != nil {
		return err
	}
	print(results, wrong)
	if output == "" {
		return nil
	}
	file, err := train(notes)
	if err != nil {
		return err
	}
	return os.WriteFile(output, file, 0o644)
}

// How the model is learned: found by cross-validation.
const (
	penalty = 1.5 // on squared weights: more of it trusts single notes less
	rare    = 5   // features of fewer notes are left out: with 3 there are half as many again, and no more notes are right
)

// train learns from labelled notes and returns the file of weights.
func train(notes []habit.Labelled) ([]byte, error) {
	examples := make([]habit.Example, len(notes))
	for i := range notes {
		examples[i] = notes[i].Example()
	}
	learned, err := fit(examples, penalty, rare)
	if err != nil {
		return nil, err
	}
	var file bytes.Buffer
	fmt.Fprintf(&file, "// Learned from %d notes by make model; do not edit.\n// Training: %s\n", len(notes), habit.TrainingDigest(notes))
	if err := learned.write(&file); err != nil {
		return nil, err
	}
	return file.Bytes(), nil
}

func learn(notes []habit.Labelled) (*model.Weights, error) {
	file, err := train(notes)
	if err != nil {
		return nil, err
	}
	return model.Read(string(file))
}

func print(results map[string]*habit.Validated, wrong bool) {
	fmt.Println("language  notes  all right  pitch F1  hidden F1  specific F1")
	for _, language := range slices.Sorted(maps.Keys(results)) {
		r := results[language]
		fmt.Printf("%-8s  %5d  %8.1f%%  %8.3f  %9.3f  %11.3f\n", language, r.Notes, 100*float64(r.AllRight)/float64(r.Notes), r.Pitch.F1(), r.Hidden.F1(), r.Specific.F1())
		if wrong {
			for _, note := range r.Wrong {
				fmt.Println("   ", note)
			}
		}
	}
}

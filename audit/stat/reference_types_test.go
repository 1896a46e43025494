package stat

import "encoding/json"

// testdata/cases.json holds values computed with R; its "about" says how. The file is decoded strictly, so a value
// that is not named here fails the tests.
//
// Some of its values are in no report on purpose: Sato's standard error and interval (a point where all groups are
// alike), the conditional odds ratio of Fisher's test, continuity-corrected and crude chi-squares, logistic regression
// without penalty (no estimate for separated data) and the empirical Bayes estimate of the spread (often none). The
// tests work them out from the parts that reports use.

type cases struct {
	About  json.RawMessage
	Wilson []struct {
		X, N         int64
		Rate, Lo, Hi float64
	}
	Tables     []referenceCase
	MultiHabit struct {
		ID, Source string
		Cells      []struct {
			Rec                        string
			Default, Pitch, Overlength uint64
			Y, M                       int64
		}
		Habits []struct {
			Habit, Comparison string
			Table             []stratum
			Crude             referenceCrude
			Stratified        referenceStratified
			Gap               referenceGap
			Q                 float64 `json:"bh_q"`
		}
		Adjusted referenceLogistic
	} `json:"multi_habit"`
	League struct {
		X, N     []int64
		TeamRate float64 `json:"team_rate"`
		Expected referenceLeague
	}
	BH struct {
		P, Q   []float64
		Source string
	}
	KM struct {
		Time     []int
		Event    []int
		Expected []struct {
			Day        int
			AcceptedBy float64 `json:"accepted_by"`
			Lo, Hi     float64
			AtRisk     int64 `json:"at_risk"`
		}
	}
}

type (
	referenceLogistic struct {
		Habits  any `json:"habits_in_model"` // one name or a list
		Firth   map[string]referenceFirth
		BRGLM2  float64                  `json:"brglm2_check_maxdiff"`
		Maximum map[string]referenceWald `json:"ml_fixed_effects"`
	}
	referenceFirth struct {
		Coef, SE, OR float64
		LoProfile    float64 `json:"lo_profile"`
		HiProfile    float64 `json:"hi_profile"`
		LoWald       float64 `json:"lo_wald"`
		HiWald       float64 `json:"hi_wald"`
		P            float64 `json:"p_plr"`
	}
	referenceWald struct {
		Coef, SE, OR float64
		LoWald       float64 `json:"lo_wald"`
		HiWald       float64 `json:"hi_wald"`
		P            float64 `json:"p_wald"`
		Separated    bool    // no maximum: the other values mean nothing
	}
	referenceLeague struct {
		TeamMean  float64 `json:"team_mean"`
		BetweenSD float64 `json:"between_sd"`
		Rows      []struct {
			Recruiter      string
			X, N           int64
			Shrunk, Lo, Hi float64
			Funnel95       [2]float64
			Funnel998      [2]float64
		}
		EB *struct{ Mu, M any } `json:"eb_ml"`
	}
)

type stratum struct {
	Recruiter  string
	A, B, C, D int64
}

type referenceCase struct {
	ID, Source string
	Table      []stratum
	Expected   struct {
		Crude        referenceCrude
		Stratified   referenceStratified
		Gap          referenceGap
		GapFromOne   referenceGap `json:"gap_min_without_1"`
		Logistic     referenceLogistic
		Reversal     bool                           `json:"simpson_reversal"`
		Within       struct{ Diff, Lo, Hi, CI any } `json:"within_recruiter_display"`
		MDE          float64                        `json:"mde80"`
		Verdict      Verdict                        `json:"verdict_single_habit_family"`
		PerRecruiter []struct {
			Recruiter string
			All       referenceRate
			With      referenceRate       `json:"with_habit"`
			Without   referenceRate       `json:"without_habit"`
			Newcombe  referenceDifference `json:"rd_newcombe"`
			Fisher    any                 `json:"fisher_p"`
		} `json:"per_recruiter"`
		League referenceLeague
	}
}

// Numbers that may be null or "Inf" are decoded as any.
type (
	referenceRate struct {
		X, N         int64
		Rate, Lo, Hi any
	}
	referenceDifference struct{ Diff, Lo, Hi any }
	referenceRatio      struct{ Raw, Est, Lo, Hi any }
	referenceCrude      struct {
		Table     [4]int64
		Overall   referenceRate
		With      referenceRate       `json:"with_habit"`
		Without   referenceRate       `json:"without_habit"`
		Newcombe  referenceDifference `json:"rd_newcombe"`
		Half      bool                `json:"haldane_half_added"`
		OR, RR    referenceRatio
		Phi       any
		ChiSquare any `json:"chisq_uncorrected_p"`
		Fisher    struct {
			P      any
			CondOR any `json:"cond_or"`
			Lo, Hi any
		}
	}
	referenceStratified struct {
		K           int
		Both        int `json:"K_both"`
		Informative int `json:"K_informative"`
		RD          struct {
			Est           any
			SeSato        any `json:"se_sato"`
			Lo, Hi        any
			SeSmoothed    float64 `json:"se_smoothed"`
			LoSmoothed    float64 `json:"lo_smoothed"`
			HiSmoothed    float64 `json:"hi_smoothed"`
			EffectiveSize float64 `json:"effective_size"`
		} `json:"mh_rd"`
		RR struct{ Est, Lo, Hi any } `json:"mh_rr"`
		OR struct {
			Est    any
			SeLog  any `json:"se_log_rbg"`
			Lo, Hi any
		} `json:"mh_or"`
		CMH struct {
			Chisq         any     `json:"chisq_uncorrected"`
			P             any     `json:"p_uncorrected"`
			ChisqCorrect  any     `json:"chisq_corrected"`
			PCorrected    any     `json:"p_corrected"`
			PExact        float64 `json:"p_exact_conditional"`
			MantelFleiss  float64 `json:"mantel_fleiss"`
			Primary       any     `json:"primary_p"`
			PrimaryMethod string  `json:"primary_kind"`
		}
		Homogeneity *struct {
			DF            int
			BreslowDay    float64 `json:"breslow_day"`
			BreslowDayP   float64 `json:"breslow_day_p"`
			Tarone        float64
			TaroneP       float64 `json:"tarone_p"`
			MinFittedCell float64 `json:"min_fitted_cell"`
		}
	}
	referenceGap struct {
		MinWithout int64 `json:"min_without"`
		Requests   int64 `json:"requests_with_habit"`
		Used       int64 `json:"requests_used"`
		Observed   int64
		Expected   float64 `json:"expected_at_own_other_rate"`
		Missed     any
		SE         float64
		Lo, Hi     any
	}
)

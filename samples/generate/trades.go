package main

// A trade is the line of work a recruiter recruits for: what fills the gaps in the notes.
type trade struct {
	people   string   // the recipients, in the plural
	jobs     []string // what a pitch offers; each starts with a consonant, so that "a" fits
	titles   []string // what recipients call themselves
	suffixes []string // how companies of the trade are called after their invented name
	topics   []string // what recipients talk and write about
	events   []string // where they do
	cities   []string // "city, country"
}

// companyNames are the invented first halves of company names.
var companyNames = []string{
	"Velmora", "Brackenforge", "Quillmere", "Ostrand", "Tarnhollow", "Ferrowick", "Halvenby", "Lumarra", "Corvendale",
	"Zephrine", "Marrowgate", "Saltfern", "Ullenmark", "Pellbrook", "Dunwhistle", "Ambrelle", "Kestrelby", "Norvane",
	"Thistlecombe", "Oakenshore", "Rivermoss", "Glintwater", "Harrowfen", "Yarrowdale", "Copperlane", "Wexmoor",
	"Brindlecote", "Skellmoor", "Linmarsh", "Arbelune", "Tovenholt", "Grisemoor", "Cindervale", "Mosslight", "Petrovane",
	"Silverwick", "Hollenbeck Rye", "Umberfield", "Vantrelle", "Wrenhollow",
}

var software = trade{
	people:   "backend engineers",
	jobs:     []string{"senior Go engineer", "platform engineer", "staff backend developer", "database reliability engineer"},
	titles:   []string{"Senior Backend Engineer", "Staff Engineer", "Software Engineer, Payments", "Platform Engineer", "Engineering Manager", "Site Reliability Engineer", "Go Developer", "Principal Engineer"},
	suffixes: []string{"Systems", "Labs", "Software", "Pay", "Cloud", ""},
	topics:   []string{"flaky tests", "zero-downtime migrations", "idempotent payments", "structured logging", "slow database queries", "error budgets", "feature flags", "code review in small teams", "event sourcing", "cache invalidation", "memory profiling", "legacy monoliths"},
	events:   []string{"Fjord Code Days", "Backend Harbour", "the Northern Gopher meetup", "Plainsails Conf", "the Birch Lane hack night"},
	cities:   []string{"Oslo, Norway", "Bergen, Norway", "Gothenburg, Sweden", "Aarhus, Denmark", "Tampere, Finland", "Tallinn, Estonia"},
}

var nursing = trade{
	people:   "clinical nurses",
	jobs:     []string{"ward manager", "theatre nurse", "community nurse", "night charge nurse"},
	titles:   []string{"Staff Nurse", "Ward Sister", "Charge Nurse", "Community Nurse", "Theatre Practitioner", "Clinical Educator", "Paediatric Nurse", "Matron, Elderly Care"},
	suffixes: []string{"Health Trust", "Community Care", "Hospital", "Hospice", "Clinic"},
	topics:   []string{"wound care", "falls prevention", "night shift rest", "bedside handovers", "student supervision", "medication rounds", "dementia-friendly wards", "discharge planning", "pressure ulcers", "sepsis screening", "peer support"},
	events:   []string{"the Pennine Nursing Day", "Wardtalk North", "the Calder Care Forum", "Bedside Stories Live"},
	cities:   []string{"Leeds, United Kingdom", "Bradford, United Kingdom", "Hull, United Kingdom", "York, United Kingdom", "Sheffield, United Kingdom", "Durham, United Kingdom"},
}

var finance = trade{
	people:   "risk and treasury people",
	jobs:     []string{"risk analyst", "treasury manager", "financial controller", "credit modeller"},
	titles:   []string{"Risk Analyst", "Treasury Manager", "Financial Controller", "Credit Risk Lead", "Senior Auditor", "Head of Reporting", "FP&A Manager", "Quantitative Analyst"},
	suffixes: []string{"Bank", "Capital", "Seguros", "Finance", "Asset Partners", ""},
	topics:   []string{"liquidity buffers", "model validation", "month-end closing", "climate stress tests", "credit scoring", "hedge accounting", "cash forecasting", "audit trails", "loan impairments", "reconciliations"},
	events:   []string{"the Tejo Risk Forum", "Lisbon Treasury Morning", "the Quiet Ledger meetup", "Balance Point"},
	cities:   []string{"Lisbon, Portugal", "Porto, Portugal", "Madrid, Spain", "Braga, Portugal", "Coimbra, Portugal"},
}

var construction = trade{
	people:   "site and project managers",
	jobs:     []string{"site manager", "quantity surveyor", "project planner", "commercial manager"},
	titles:   []string{"Site Manager", "Project Manager", "Quantity Surveyor", "Planner", "Contracts Manager", "Building Services Manager", "Temporary Works Coordinator", "Site Engineer"},
	suffixes: []string{"Construction", "Build", "Civils", "Homes", "Contracting"},
	topics:   []string{"timber frames", "crane planning", "retaining walls", "snagging lists", "programme delays", "site inductions", "brownfield surveys", "passive houses", "concrete in winter", "subcontractor safety"},
	events:   []string{"the Severn Build Show", "Sitewise West", "the Lime and Timber Day", "Groundworks Live"},
	cities:   []string{"Bristol, United Kingdom", "Cardiff, United Kingdom", "Exeter, United Kingdom", "Bath, United Kingdom", "Swindon, United Kingdom", "Newport, United Kingdom"},
}

var sales = trade{
	people:   "software sales people",
	jobs:     []string{"regional sales lead", "senior account executive", "sales development manager", "partner manager"},
	titles:   []string{"Account Executive", "Sales Development Representative", "Regional Sales Manager", "VP Sales", "Head of Partnerships", "Enterprise Account Manager", "Customer Success Manager", "Inside Sales Lead"},
	suffixes: []string{"Software", "CRM", "Analytics", "Cloud", "Technologies", ""},
	topics:   []string{"discovery questions", "quarter-end discounts", "pipeline reviews", "cold outreach", "territory planning", "renewals", "forecast accuracy", "sales enablement", "partner programmes", "proposal writing"},
	events:   []string{"Closers Austin", "the Lone Pipeline Summit", "Quota Breakfast", "Revenue Porch"},
	cities:   []string{"Austin, United States", "Denver, United States", "Tampa, United States", "Columbus, United States", "Phoenix, United States", "Raleigh, United States"},
}

var biotech = trade{
	people:   "process and assay scientists",
	jobs:     []string{"process scientist", "bioassay lead", "downstream specialist", "quality scientist"},
	titles:   []string{"Process Scientist", "Senior Scientist, Upstream", "Bioassay Lead", "Downstream Specialist", "Quality Control Scientist", "Research Associate", "Principal Scientist", "Formulation Scientist"},
	suffixes: []string{"Therapeutics", "Biologics", "Bio", "Life Sciences", "Diagnostics"},
	topics:   []string{"single-use reactors", "assay drift", "protein folding", "tech transfer", "column fouling", "cell line stability", "method validation", "perfusion runs", "viral clearance", "batch records"},
	events:   []string{"the Rhine Bioprocess Days", "Assay Circle", "the Upstream Evening", "Basel Benchtop"},
	cities:   []string{"Basel, Switzerland", "Zug, Switzerland", "Freiburg, Germany", "Strasbourg, France", "Leiden, Netherlands", "Bern, Switzerland"},
}

var logistics = trade{
	people:   "warehouse and transport managers",
	jobs:     []string{"fleet planner", "warehouse manager", "transport supervisor", "distribution lead"},
	titles:   []string{"Warehouse Manager", "Fleet Planner", "Transport Supervisor", "Distribution Manager", "Inventory Controller", "Shift Manager", "Head of Logistics", "Customs Specialist"},
	suffixes: []string{"Logistics", "Freight", "Haulage", "Distribution", "Fulfilment"},
	topics:   []string{"dock scheduling", "night trunking", "cold chain checks", "stock counts", "driver retention", "pallet networks", "customs paperwork", "pick paths", "peak season planning", "returns handling"},
	events:   []string{"the Midland Freight Morning", "Pallet Talks", "Dockside Live", "the Shannon Haulage Forum"},
	cities:   []string{"Limerick, Ireland", "Cork, Ireland", "Dublin, Ireland", "Athlone, Ireland", "Galway, Ireland", "Belfast, United Kingdom"},
}

var mechanics = trade{
	people:   "mechanical engineers",
	jobs:     []string{"design engineer", "test bench engineer", "production engineer", "drive systems engineer"},
	titles:   []string{"Design Engineer", "Test Engineer", "Production Engineer", "Head of Development", "Drive Systems Engineer", "CAD Specialist", "Quality Engineer", "Project Engineer"},
	suffixes: []string{"Antriebstechnik", "Maschinenbau", "Werke", "Hydraulik", "Robotik"},
	topics:   []string{"gearbox noise", "additive manufacturing", "tolerance chains", "bearing wear", "lightweight housings", "weld inspection", "vibration tests", "assembly ergonomics", "servo drives", "cooling plates"},
	events:   []string{"the Spree Maker Fair", "Konstruktionstag Adlershof", "the Bench and Bolt Evening", "Antriebsforum Ost"},
	cities:   []string{"Berlin, Germany", "Potsdam, Germany", "Dresden, Germany", "Leipzig, Germany", "Magdeburg, Germany", "Cottbus, Germany"},
}

var hospitality = trade{
	people:   "hotel and kitchen managers",
	jobs:     []string{"head chef", "front office manager", "banqueting manager", "restaurant manager"},
	titles:   []string{"Head Chef", "Front Office Manager", "Restaurant Manager", "Sous Chef", "Food and Beverage Manager", "Housekeeping Manager", "General Manager", "Pastry Chef"},
	suffixes: []string{"Hotel", "Hotels", "Gasthaus", "Catering", "Restaurants"},
	topics:   []string{"seasonal menus", "food waste", "breakfast buffets", "split shifts", "guest complaints", "kitchen apprentices", "banquet logistics", "room turnaround", "sourdough", "allergen labels"},
	events:   []string{"the Havel Hotel Day", "Tischgespräche Berlin", "the Back of House Evening", "Gastro Forum Kreuzberg"},
	cities:   []string{"Berlin, Germany", "Hamburg, Germany", "Rostock, Germany", "Lübeck, Germany", "Vienna, Austria", "Salzburg, Austria"},
}

package library

// textPackages work on text, and on lists of it.
var textPackages = []pkg{
	{path: "fmt", traits: ReadsOnly, rows: []Row{
		{Name: "Errorf", Does: FormatError},
		{Name: "Fscan", Traits: Writes},
		{Name: "Fscanf", Traits: Writes},
		{Name: "Fscanln", Traits: Writes},
		{Name: "Scan", Traits: Writes},
		{Name: "Scanf", Traits: Writes},
		{Name: "Scanln", Traits: Writes},
		{Name: "Sprint", Traits: Pure},
		{Name: "Sprintf", Traits: Pure},
		{Name: "Sprintln", Traits: Pure},
		{Name: "Sscan", Traits: Writes},
		{Name: "Sscanf", Traits: Writes},
		{Name: "Sscanln", Traits: Writes},
	}},
	{path: "slices", traits: ReadsOnly, rows: []Row{
		{Name: "Compact", Traits: Writes},
		{Name: "CompactFunc", Traits: Writes},
		{Name: "Delete", Traits: Writes},
		{Name: "DeleteFunc", Traits: Writes},
		{Name: "Insert", Traits: Writes},
		{Name: "Replace", Traits: Writes},
		{Name: "Reverse", Traits: Writes},
		{Name: "Sort", Traits: Writes},
		{Name: "SortFunc", Traits: Writes},
		{Name: "SortStableFunc", Traits: Writes},
	}},
	{path: "strconv", traits: Pure | ReadsOnly},
	{path: "strings", traits: Pure | ReadsOnly, rows: []Row{
		{Name: "Clone", Does: SameText},
		{Name: "TrimSpace", Does: SameText},
	}},
	{path: "unicode", traits: ReadsOnly},
	{path: "unicode/utf8", traits: ReadsOnly},
}

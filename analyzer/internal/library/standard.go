package library

// standardPackages are those of the standard library that belong to no family.
var standardPackages = []pkg{
	{path: "context", traits: Harmless, types: []typ{
		{name: "Context", kind: Lasting, rows: []Row{
			{Name: "Value", Traits: Steady},
		}},
	}},
	{path: "embed", traits: TakesNames},
	{path: "flag", rows: []Row{
		{Name: "Arg", Traits: Steady},
		{Name: "Args", Traits: Steady},
		{Name: "NArg", Traits: Steady},
	}},
	{path: "github.com/google/uuid", traits: ReadsOnly},
	{path: "io/fs", traits: TakesNames},
	{path: "math", traits: ReadsOnly},
	{path: "os", traits: ReadsOnly | TakesNames, rows: []Row{
		{Name: "Environ", Traits: Harmless},
		{Name: "Getenv", Traits: Steady},
		{Name: "Getpid", Traits: Harmless},
		{Name: "Getwd", Traits: Harmless},
		{Name: "Hostname", Traits: Harmless},
		{Name: "IsExist", Traits: Harmless},
		{Name: "IsNotExist", Traits: Harmless},
		{Name: "LookupEnv", Traits: Steady},
		{Name: "ReadFile", Traits: Harmless},
		{Name: "Stat", Traits: Harmless},
	}, types: []typ{
		{name: "File", rows: []Row{
			{Name: "Read", Traits: Writes},
			{Name: "ReadAt", Traits: Writes},
			{Name: "ReadFrom", Traits: Writes},
		}},
	}},
	{path: "path", traits: ReadsOnly | Renders | TakesNames},
	{path: "path/filepath", traits: ReadsOnly | TakesNames},
	{path: "reflect", traits: ReadsOnly},
	{path: "runtime", traits: ReadsOnly, rows: []Row{
		{Name: "ReadMemStats", Traits: Writes},
	}},
	{path: "sort", traits: ReadsOnly, rows: []Row{
		{Name: "Float64s", Traits: Writes},
		{Name: "Ints", Traits: Writes},
		{Name: "Slice", Traits: Writes},
		{Name: "SliceStable", Traits: Writes},
		{Name: "Sort", Traits: Writes},
		{Name: "Stable", Traits: Writes},
		{Name: "Strings", Traits: Writes},
	}},
	{path: "sync", traits: ReadsOnly},
	{path: "time", traits: ReadsOnly | Harmless | Renders},
}

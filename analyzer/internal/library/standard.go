package library

// standardPackages are those of the standard library that belong to no family.
var standardPackages = []pkg{
	{path: "context", types: []typ{
		{name: "Context", kind: Lasting, rows: []Row{
			{Name: "Value", Traits: Steady},
		}},
	}},
	{path: "encoding/base64", traits: ReadsOnly},
	{path: "encoding/json", rows: []Row{
		{Name: "Marshal", Traits: ReadsOnly},
		{Name: "MarshalIndent", Traits: ReadsOnly},
	}},
	{path: "flag", rows: []Row{
		{Name: "Arg", Traits: Steady},
		{Name: "Args", Traits: Steady},
		{Name: "NArg", Traits: Steady},
	}},
	{path: "github.com/google/uuid", traits: ReadsOnly},
	{path: "html", traits: ReadsOnly},
	{path: "math", traits: ReadsOnly},
	{path: "os", traits: ReadsOnly, rows: []Row{
		{Name: "Getenv", Traits: Steady},
		{Name: "LookupEnv", Traits: Steady},
	}, types: []typ{
		{name: "File", rows: []Row{
			{Name: "Read", Traits: Writes},
			{Name: "ReadAt", Traits: Writes},
			{Name: "ReadFrom", Traits: Writes},
		}},
	}},
	{path: "path", traits: ReadsOnly},
	{path: "path/filepath", traits: ReadsOnly},
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
	{path: "time", traits: ReadsOnly},
}

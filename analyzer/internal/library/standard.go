package library

// standardPackages are those of the standard library that belong to no family.
var standardPackages = []pkg{
	{path: "cmp", rows: []Row{
		{Name: "Compare", Does: CompareText, With: 1},
		{Name: "Or", Does: FirstSet},
	}},
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
		{Name: "String", Does: FlagText, With: 1},
	}, types: []typ{{name: "FlagSet", rows: []Row{{Name: "String", Does: FlagText, With: 1}}}}},
	{path: "io/fs", traits: TakesNames},
	{path: "math", traits: ReadsOnly},
	{path: "os", traits: ReadsOnly | TakesNames, rows: []Row{
		{Name: "Environ", Traits: Harmless},
		{Name: "Exit", Traits: NeverReturns},
		{Name: "Getenv", Does: GetEnv, Traits: Steady},
		{Name: "Getpid", Traits: Harmless},
		{Name: "Getwd", Traits: Harmless},
		{Name: "Hostname", Traits: Harmless},
		{Name: "IsExist", Traits: Harmless | AsksForOthers},
		{Name: "IsNotExist", Traits: Harmless | AsksForOthers},
		{Name: "IsPermission", Traits: Harmless | AsksForOthers},
		{Name: "IsTimeout", Traits: Harmless | AsksForOthers},
		{Name: "LookupEnv", Does: GetEnv, Traits: Steady},
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
	{path: "reflect", traits: reads, rows: []Row{
		{Name: "DeepEqual", Does: EqualValues, With: 1},
	}},
	{path: "regexp", traits: ReadsOnly, rows: []Row{
		{Name: "Compile", Does: CompilePattern},
		{Name: "Match", Does: MatchPattern, Arg: 1},
		{Name: "MatchString", Does: MatchPattern, Arg: 1},
		{Name: "MustCompile", Does: CompilePattern},
	}, types: []typ{
		{name: "Regexp", rows: []Row{
			{Name: "Find", Does: MatchPattern},
			{Name: "FindAllString", Does: MatchPattern},
			{Name: "FindIndex", Does: MatchPattern},
			{Name: "FindString", Does: MatchPattern},
			{Name: "FindStringIndex", Does: MatchPattern},
			{Name: "FindStringSubmatch", Does: MatchPattern},
			{Name: "FindSubmatch", Does: MatchPattern},
			{Name: "Match", Does: MatchPattern},
			{Name: "MatchString", Does: MatchPattern},
		}},
	}},
	{path: "runtime", traits: ReadsOnly, rows: []Row{
		{Name: "Goexit", Traits: NeverReturns},
		{Name: "ReadMemStats", Traits: Writes},
	}},
	{path: "sort", traits: reads, rows: []Row{
		{Name: "Float64s", Traits: Reorders},
		{Name: "Ints", Traits: Reorders},
		{Name: "SearchStrings", Does: FindElement, With: 1},
		{Name: "Slice", Traits: Reorders},
		{Name: "SliceStable", Traits: Reorders},
		{Name: "Sort", Traits: Reorders},
		{Name: "Stable", Traits: Reorders},
		{Name: "Strings", Traits: Reorders},
	}},
	{path: "sync", traits: ReadsOnly, rows: []Row{
		{Name: "OnceFunc", Does: OnceFunc},
		{Name: "OnceValue", Does: OnceFunc},
		{Name: "OnceValues", Does: OnceFunc},
	}, types: []typ{
		{name: "Mutex", rows: []Row{
			{Name: "Lock", Traits: Waits},
			{Name: "Unlock", Traits: Waits},
		}},
		{name: "RWMutex", rows: []Row{
			{Name: "Lock", Traits: Waits},
			{Name: "RLock", Traits: Waits},
			{Name: "RUnlock", Traits: Waits},
			{Name: "Unlock", Traits: Waits},
		}},
	}},
	{path: "syscall", rows: []Row{
		{Name: "Exit", Traits: NeverReturns},
	}},
	{path: "time", traits: ReadsOnly | Harmless | Renders},
}

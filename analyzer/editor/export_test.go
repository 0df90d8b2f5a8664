package editor

import "go/token"

// FileStart returns where the first file of a package begins.
func FileStart(f *Flow) token.Pos { return f.pass.Files[0].FileStart }

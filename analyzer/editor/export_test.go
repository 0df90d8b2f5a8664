package editor

import "go/token"

// FileStart returns where the first file of a package begins.
func FileStart(f *Flow) token.Pos { return f.pass.Files[0].FileStart }

// GlanceOf returns what is seen of a package without its flow.
func GlanceOf(f *Flow) Glance { return Glance{f.pass.Fset, f.pass.Files, f.pass.TypesInfo} }

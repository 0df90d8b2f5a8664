package sarif

import (
	"net/url"
	"path/filepath"
	"strings"

	"github.com/owenrumney/go-sarif/v2/sarif"

	"github.com/stytchlint/stytchlint/cmd/internal/finding"
	"github.com/stytchlint/stytchlint/cmd/internal/module"
)

// srcRoot is the name by which relative URIs refer to their base.
const srcRoot = "%SRCROOT%"

// location returns where a finding is.
func (r *Run) location(f finding.Finding) *sarif.Location {
	place := sarif.NewPhysicalLocation().WithArtifactLocation(r.artifact(f.File))
	if f.Line > 0 {
		place.WithRegion(r.region(f))
	}
	return sarif.NewLocationWithPhysicalLocation(place)
}

// region returns the range of a finding. Columns are left out where the source
// is not at hand to count them.
func (r *Run) region(f finding.Finding) *sarif.Region {
	region := sarif.NewRegion().WithStartLine(f.Line).WithEndLine(max(f.Line, f.EndLine))
	start, ok := r.Files.UTF16Column(f.File, f.Line, f.Column)
	if !ok {
		return region
	}
	region.WithStartColumn(start)
	if end, ok := r.Files.UTF16Column(f.File, f.EndLine, f.EndColumn); ok {
		region.WithEndColumn(end)
	}
	return region
}

// fix returns a fix, or nil if there is none whose place is known.
func (r *Run) fix(f *finding.Fix) *sarif.Fix {
	if f == nil || len(f.Edits) == 0 {
		return nil
	}
	change := sarif.NewArtifactChange(r.artifact(f.Edits[0].File)) // one file; see package report
	for _, e := range f.Edits {
		region := r.span(e)
		if region == nil {
			return nil
		}
		replacement := sarif.NewReplacement(region)
		if e.New != "" {
			text := e.New
			replacement.WithInsertedContent(&sarif.ArtifactContent{Text: &text})
		}
		change.WithReplacement(replacement)
	}
	return sarif.NewFix().WithDescriptionText(f.Message).WithArtifactChanges([]*sarif.ArtifactChange{change})
}

// span returns the range that an edit replaces, or nil.
func (r *Run) span(e finding.Edit) *sarif.Region {
	line, column, ok1 := r.Files.Position(e.File, e.Start)
	endLine, endColumn, ok2 := r.Files.Position(e.File, e.End)
	if !ok1 || !ok2 {
		return nil
	}
	start, ok1 := r.Files.UTF16Column(e.File, line, column)
	end, ok2 := r.Files.UTF16Column(e.File, endLine, endColumn)
	if !ok1 || !ok2 {
		return nil
	}
	return sarif.NewRegion().WithStartLine(line).WithStartColumn(start).WithEndLine(endLine).WithEndColumn(end)
}

// artifact returns the address of a file: relative to the root if it lies below
// it, which is how services match it with a repository.
func (r *Run) artifact(file string) *sarif.ArtifactLocation {
	if name, ok := module.Rel(r.Root, file); ok {
		return sarif.NewSimpleArtifactLocation(escape(name)).WithUriBaseId(srcRoot)
	}
	return sarif.NewSimpleArtifactLocation(fileURI(filepath.ToSlash(file)))
}

// fileURI returns the URI of an absolute path with slashes, as RFC 8089 has it:
// of "/a b", of "C:/a b" or of "//server/share/a b".
func fileURI(path string) string {
	switch {
	case strings.HasPrefix(path, "//"):
		return "file:" + escape(path)
	case strings.HasPrefix(path, "/"):
		return "file://" + escape(path)
	}
	if drive, rest, ok := strings.Cut(path, ":"); ok && len(drive) == 1 {
		return "file:///" + drive + ":" + escape(rest) // not every reader knows a drive by an escaped colon
	}
	return "file:///" + escape(path)
}

// escape percent-encodes the parts of a path. A colon would be the end of a
// scheme in a relative URI.
func escape(path string) string {
	parts := strings.Split(path, "/")
	for i, part := range parts {
		parts[i] = strings.ReplaceAll(url.PathEscape(part), ":", "%3A")
	}
	return strings.Join(parts, "/")
}

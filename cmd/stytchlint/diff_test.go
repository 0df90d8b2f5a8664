package main

import "testing"

func TestTidyDiff(t *testing.T) {
	t.Parallel()
	const in = `--- /src/app/z.go (old)
+++ /src/app/z.go (new)
@@ -1,2 +1,2 @@
--- not a header
-a
+b
--- /src/app/a/a.go (old)
+++ /src/app/a/a.go (new)
@@ -1 +1 @@
-c
+d
--- /src/other/o.go (old)
+++ /src/other/o.go (new)
@@ -1 +1 @@
-e
+f
`
	const want = `--- /src/other/o.go
+++ /src/other/o.go
@@ -1 +1 @@
-e
+f
--- a/a/a.go
+++ b/a/a.go
@@ -1 +1 @@
-c
+d
--- a/z.go
+++ b/z.go
@@ -1,2 +1,2 @@
--- not a header
-a
+b
`
	if got := tidyDiff(in, "/src/app"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got := tidyDiff("", "/src/app"); got != "" {
		t.Errorf("got %q for no diff", got)
	}
}

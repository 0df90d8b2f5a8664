package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
)

// rawGitHub is where the files of Stytch's repositories are, by repository,
// branch and path.
const rawGitHub = "https://raw.githubusercontent.com/stytchauth"

// mostBytes is what a list may have: more than ten times of what it has today.
const mostBytes = 1 << 20

// newClient returns a client that follows redirects only to HTTPS.
func newClient() *http.Client {
	return &http.Client{CheckRedirect: func(r *http.Request, via []*http.Request) error {
		switch {
		case r.URL.Scheme != "https":
			return errors.New("is redirected to a URL without HTTPS")
		case len(via) >= 10:
			return errors.New("is redirected ten times")
		}
		return nil
	}}
}

// overHTTPS returns a reader of the files below base.
func overHTTPS(client *http.Client, base string) reader {
	return func(ctx context.Context, l list) (name, content string, err error) {
		name = base + "/" + l.repo + "/main/" + l.path
		request, err := http.NewRequestWithContext(ctx, http.MethodGet, name, http.NoBody)
		if err != nil {
			return name, "", err
		}
		response, err := client.Do(request)
		if err != nil {
			return name, "", fmt.Errorf("%s: %w", name, cause(err))
		}
		defer response.Body.Close() //nolint:errcheck // it was read
		if response.StatusCode != http.StatusOK {
			return name, "", fmt.Errorf("%s: HTTP status %s", name, response.Status)
		}
		content, err = readAll(name, response.Body)
		if err == nil && strings.HasPrefix(strings.TrimSpace(content), "<") {
			err = fmt.Errorf("%s: is a page of HTML or XML, and no source", name)
		}
		return name, content, err
	}
}

// cause returns an error without the URL of the last redirect.
func cause(err error) error {
	if e, ok := errors.AsType[*url.Error](err); ok {
		return e.Err
	}
	return err
}

// fromFolder returns a reader of copies of the repositories in dir.
func fromFolder(dir string) reader {
	return func(_ context.Context, l list) (name, content string, err error) {
		name = filepath.Join(dir, l.repo, filepath.FromSlash(l.path))
		f, err := os.Open(name)
		if err != nil {
			return name, "", err
		}
		defer f.Close() //nolint:errcheck // it was only read
		content, err = readAll(name, f)
		return name, content, err
	}
}

// readAll reads all of r, which is called name, unless it is far too long.
func readAll(name string, r io.Reader) (string, error) {
	content, err := io.ReadAll(io.LimitReader(r, mostBytes+1))
	switch {
	case err != nil:
		return "", fmt.Errorf("%s: %w", name, err)
	case len(content) > mostBytes:
		return "", fmt.Errorf("%s: is longer than %d bytes", name, mostBytes)
	}
	return string(content), nil
}

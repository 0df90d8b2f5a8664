// Package repo is the program's own storage.
package repo

import "errors"

func Find(id string) error { return errors.New("member_not_found") }

var ErrOrganizationNotFound = errors.New("organization_not_found")

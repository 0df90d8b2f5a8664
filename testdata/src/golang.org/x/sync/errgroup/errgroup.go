// Package errgroup stands in for the package of that name.
package errgroup

import "context"

type Group struct{ _ int }

func WithContext(ctx context.Context) (*Group, context.Context) { return &Group{}, ctx }

func (g *Group) Go(f func() error) {}
func (g *Group) Wait() error       { return nil }

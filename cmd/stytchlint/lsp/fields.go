package lsp

import (
	"encoding/json"
	"errors"
	"slices"
)

// fields are those of an answer of gopls. What is not changed stays as it was, whatever
// it is.
type fields map[string]json.RawMessage

// fieldsOf returns the fields of an answer, none if it is null.
func fieldsOf(answer any) (fields, error) {
	data, err := json.Marshal(answer)
	if err != nil {
		return nil, err
	}
	var f fields
	err = json.Unmarshal(data, &f)
	return f, err
}

func (f fields) set(name string, value any) error {
	data, err := json.Marshal(value)
	if err == nil {
		f[name] = data
	}
	return err
}

// change changes the fields of a field.
func (f fields) change(name string, change func(fields) error) error {
	inner := make(fields)
	if old, ok := f[name]; ok {
		if err := json.Unmarshal(old, &inner); err != nil {
			return err
		}
	}
	if inner == nil {
		inner = make(fields)
	}
	if err := change(inner); err != nil {
		return err
	}
	return f.set(name, inner)
}

// add adds a value to a field that is a list.
func (f fields) add(name string, value any) error {
	list, err := json.Marshal([]any{value})
	if err != nil {
		return err
	}
	f[name], err = joined(f[name], list)
	return err
}

// joined returns one list of what is in two, either of which may be null or missing. It
// does not look at what is in them: there may be much of it.
func joined(a, b json.RawMessage) (json.RawMessage, error) {
	switch {
	case isEmpty(b):
		return a, nil
	case isEmpty(a):
		return b, nil
	case a[0] != '[' || b[0] != '[':
		return nil, errors.New("no list")
	}
	return slices.Concat(a[:len(a)-1], []byte{','}, b[1:]), nil
}

// isEmpty reports whether a list has nothing in it.
func isEmpty(list json.RawMessage) bool {
	return len(list) == 0 || string(list) == "null" || string(list) == "[]"
}

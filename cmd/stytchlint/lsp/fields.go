package lsp

import "encoding/json"

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
	var list []any
	if old, ok := f[name]; ok {
		if err := json.Unmarshal(old, &list); err != nil {
			return err
		}
	}
	return f.set(name, append(list, value))
}

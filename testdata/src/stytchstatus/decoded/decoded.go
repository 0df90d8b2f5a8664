// Package decoded asks the API without the SDK.
package decoded

import (
	"encoding/json"
	"net/http"
)

type problem struct {
	StatusCode   int    `json:"status_code"`
	ErrorType    string `json:"error_type"`
	ErrorMessage string `json:"error_message"`
}

func user(id string) (string, error) {
	resp, err := http.Get("https://api.stytch.com/v1/users/" + id)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	if resp.StatusCode == http.StatusOK {
		return id, nil
	}
	var p problem
	if err := json.NewDecoder(resp.Body).Decode(&p); err != nil {
		return "", err
	}
	switch {
	case p.StatusCode == 401 && p.ErrorType == "user_not_found": // want `^"user_not_found" always comes with status 404, so this is never true together with 401$`
		return "", nil
	case p.StatusCode == 404 && p.ErrorType == "user_not_found":
		return "", nil
	case resp.StatusCode == 401 && p.ErrorType == "weak_password":
		return "", nil
	}
	return "", nil
}

// Another API has another shape.
type other struct {
	Status int    `json:"status"`
	Type   string `json:"error_type"`
}

func ofOthers(o other) bool {
	return o.Status == 401 && o.Type == "user_not_found"
}

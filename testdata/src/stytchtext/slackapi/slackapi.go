// Package slackapi stands in for a client of Slack.
package slackapi

import "errors"

type Client struct{}

func (*Client) GetUser(id string) error { return errors.New("user_not_found") }

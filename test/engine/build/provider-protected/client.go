package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"time"
)

// client calls the API as RFC 6750 section 2.1 says.
type client struct {
	url   string
	token string
}

type noteBody struct {
	ID   string `json:"id,omitempty"`
	Text string `json:"text"`
	// The token that the API is to use for calls of its own: the API never shows it.
	CallbackToken string `json:"callback_token,omitempty"`
}

// call returns the status, and the body's content in answer where the status is 200.
func (c *client) call(method, path string, body *noteBody, answer *noteBody) (int, error) {
	content := &bytes.Buffer{}
	if body != nil {
		if err := json.NewEncoder(content).Encode(body); err != nil {
			return 0, err
		}
	}
	request, err := http.NewRequest(method, c.url+path, content)
	if err != nil {
		return 0, err
	}
	request.Header.Set("Authorization", "Bearer "+c.token)
	request.Header.Set("Content-Type", "application/json")
	response, err := (&http.Client{Timeout: 30 * time.Second}).Do(request)
	if err != nil {
		return 0, err
	}
	defer response.Body.Close()
	if response.StatusCode == http.StatusOK && answer != nil {
		return response.StatusCode, json.NewDecoder(response.Body).Decode(answer)
	}
	return response.StatusCode, nil
}

func refused(method string, status int, err error) string {
	if err != nil {
		return err.Error()
	}
	return fmt.Sprintf("%s answered %d %s", method, status, http.StatusText(status))
}

package users

type CreateParams struct{ Email string }

type CreateResponse struct{ UserID string }

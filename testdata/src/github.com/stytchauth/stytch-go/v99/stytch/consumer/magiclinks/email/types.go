package email

type SendParams struct{ Email string }

type SendResponse struct{ UserID string }

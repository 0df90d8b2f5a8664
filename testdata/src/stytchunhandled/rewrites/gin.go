package rewrites

import (
	"log"
	"net/http"
	"sync"

	"github.com/gin-gonic/gin"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
)

type gins struct {
	api  *stytchapi.API
	mu   sync.Mutex
	bad  int
	hits int
}

func (h *gins) session(c *gin.Context) (*sessions.AuthenticateResponse, error) {
	return h.api.Sessions.Authenticate(c, &sessions.AuthenticateParams{SessionToken: c.GetHeader("X-Session")})
}

// Abort follows, after a log.
func (h *gins) jsonAbort(c *gin.Context) {
	if _, err := h.session(c); err != nil {
		c.JSON(http.StatusInternalServerError, gin.H{"error": "session"}) // want `an expired or revoked session`
		log.Println(err)
		c.Abort()
		return
	}
	c.Next()
}

// What is done before the return would be done no more.
func (h *gins) counted(c *gin.Context) {
	if _, err := h.session(c); err != nil {
		c.JSON(http.StatusInternalServerError, gin.H{"error": "session"}) // want `an expired or revoked session`
		h.hits++
		c.Abort()
		return
	}
	c.Next()
}

func (h *gins) receiveAbort(c *gin.Context, done chan int) {
	if _, err := h.session(c); err != nil {
		c.Status(http.StatusInternalServerError) // want `an expired or revoked session`
		<-done
		c.Abort()
		return
	}
	c.Next()
}

// There is no method that aborts with a text.
func (h *gins) textAbort(c *gin.Context) {
	if _, err := h.session(c); err != nil {
		c.String(http.StatusInternalServerError, "session") // want `an expired or revoked session`
		c.Abort()
		return
	}
	c.Next()
}

// It aborts already.
func (h *gins) abortTwice(c *gin.Context) {
	if _, err := h.session(c); err != nil {
		c.AbortWithStatusJSON(http.StatusInternalServerError, gin.H{"error": "session"}) // want `an expired or revoked session`
		c.Abort()
		return
	}
	c.Next()
}

// A method value answers.
func (h *gins) value(c *gin.Context) {
	if _, err := h.session(c); err != nil { // want `gin is not told to stop`
		(c.JSON)(http.StatusInternalServerError, gin.H{"error": "session"}) // want `an expired or revoked session`
		return
	}
	c.Next()
}

// The receiver has more than one line.
func (h *gins) lines(c *gin.Context) {
	if _, err := h.session(c); err != nil { // want `gin is not told to stop`
		func() *gin.Context { // want `an expired or revoked session`
			return c
		}().JSON(http.StatusInternalServerError, gin.H{"error": "session"})
		return
	}
	c.Next()
}

// The error that AbortWithError returns is used.
func (h *gins) abortError(c *gin.Context) {
	if _, err := h.session(c); err != nil {
		e := c.AbortWithError(http.StatusInternalServerError, err) // want `an expired or revoked session`
		log.Println(e)
		return
	}
	c.Next()
}

// A deferred answer is one, too.
func (h *gins) deferred(c *gin.Context) {
	if _, err := h.session(c); err != nil { // want `gin is not told to stop`
		defer c.JSON(http.StatusInternalServerError, gin.H{"error": "session"}) // want `an expired or revoked session`
		return
	}
	c.Next()
}

// What follows it would be run first.
func (h *gins) deferredPage(c *gin.Context) {
	if _, err := h.session(c); err != nil { // want `gin is not told to stop`
		defer c.Redirect(http.StatusFound, "/login")
		return
	}
	c.Next()
}

// The answer is the init of another statement.
func (h *gins) inInit(c *gin.Context) {
	if _, err := h.session(c); err != nil {
		if e := c.AbortWithError(http.StatusInternalServerError, err); e != nil { // want `an expired or revoked session`
			log.Println(e)
		}
		return
	}
	c.Next()
}

// The statement has a label.
func (h *gins) labelled(c *gin.Context) {
	if _, err := h.session(c); err != nil { // want `gin is not told to stop`
	answer:
		c.JSON(http.StatusInternalServerError, gin.H{"error": "session"}) // want `an expired or revoked session`
		if h.bad > 0 {
			h.bad--
			goto answer
		}
		return
	}
	c.Next()
}

// In a case, the branch ends with the clause.
func (h *gins) clause(c *gin.Context) {
	_, err := h.session(c) // want `gin is not told to stop`
	switch {
	case err != nil:
		c.JSON(http.StatusInternalServerError, gin.H{"error": "session"}) // want `an expired or revoked session`
	default:
		c.Next()
	}
}

// The names that the new branch needs are taken.
func (h *gins) taken(c *gin.Context) {
	if _, err := h.session(c); err != nil { // want `gin is not told to stop`
		stytchErr, stytchError := 1, 2
		log.Println(err, stytchErr, stytchError)
		c.JSON(http.StatusInternalServerError, gin.H{"error": "session"}) // want `an expired or revoked session`
		return
	}
	c.Next()
}

// So is a package's.
func (h *gins) shadowed(c *gin.Context) {
	if _, err := h.session(c); err != nil { // want `gin is not told to stop`
		errors := "errors"
		log.Println(errors, err)
		c.JSON(500, gin.H{"error": "session"}) // want `an expired or revoked session`
		return
	}
	c.Next()
}

// The function goes on after the branch.
func (h *gins) unlocked(c *gin.Context) {
	h.mu.Lock()
	if _, err := h.session(c); err != nil { // want `gin is not told to stop`
		c.JSON(http.StatusInternalServerError, gin.H{"error": "session"}) // want `an expired or revoked session`
	} else {
		c.Next()
	}
	h.mu.Unlock()
}

// It goes on with what belongs to the answer.
func (h *gins) loggedAfter(c *gin.Context) {
	if _, err := h.session(c); err != nil { // want `gin is not told to stop`
		c.JSON(http.StatusInternalServerError, gin.H{"error": "session"}) // want `an expired or revoked session`
	} else {
		c.Next()
	}
	log.Println("done")
}

// It goes on with the next of many.
func (h *gins) each(c *gin.Context, all []*gins) {
	for _, h := range all {
		if _, err := h.session(c); err != nil {
			c.JSON(http.StatusInternalServerError, gin.H{"error": "session"}) // want `an expired or revoked session`
		} else {
			c.Next()
		}
	}
}

// The branch is left for the statements after the switch.
func (h *gins) broken(c *gin.Context) {
	_, err := h.session(c) // want `gin is not told to stop`
	switch {
	case err != nil:
		c.JSON(http.StatusInternalServerError, gin.H{"error": "session"}) // want `an expired or revoked session`
		break
	default:
		c.Next()
	}
}

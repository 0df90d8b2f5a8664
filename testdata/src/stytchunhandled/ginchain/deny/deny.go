// Package deny answers for others.
package deny

import "github.com/gin-gonic/gin"

func JSON(c *gin.Context, status int) {
	c.AbortWithStatusJSON(status, gin.H{"error": "sign in"})
}

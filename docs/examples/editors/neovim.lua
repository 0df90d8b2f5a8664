vim.lsp.config("gopls", {
  cmd = { "stytch-gopls" },
  filetypes = { "go", "gomod", "gowork" },
  root_markers = { "go.work", "go.mod" },
  settings = {
    gopls = {
      analyses = { stytchtext = false },
    },
  },
})
vim.lsp.enable("gopls")

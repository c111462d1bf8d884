"""The pages people work with: server-rendered, complete without JavaScript."""

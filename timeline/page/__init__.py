"""The dashboard: lays out widgets and moves values between them, Workspace and View."""

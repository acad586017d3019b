"""The protocol of OAuth 2: what is asked, whether it is well formed, and how it is answered. Knows no rows but its clients."""

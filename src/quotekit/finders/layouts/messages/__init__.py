"""Mails, posts and chats, in which messages quote others."""

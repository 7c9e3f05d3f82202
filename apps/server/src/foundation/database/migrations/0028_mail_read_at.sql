-- When the account was last read without trouble, or first looked at.
alter table mail_pull add column read_at timestamptz;

-- What the platform lent for a time, e.g. an access token and the refresh token beside it; sealed. Null while there is none.
alter table connection add column loan_sealed text;

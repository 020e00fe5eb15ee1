-- A form that is sent twice adds one endpoint. See db/README.md.

alter table webhook_endpoints
  add column made_by_form binary(16) null comment 'the one-time id of the form that added it; null where a program did',
  add constraint webhook_endpoints_form_uk unique (made_by_form);

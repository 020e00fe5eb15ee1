-- Whom a merchant asks, and who said no. See db/README.md.

-- Null where nobody says: buttons and paying write none of it.
alter table checkouts
  add column customer_email varchar(254) null comment 'the customer''s address, as the merchant has it; proves nothing';

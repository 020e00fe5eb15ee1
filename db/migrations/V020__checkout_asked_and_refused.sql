-- Whom a merchant asks, and who said no. See db/README.md.

-- Null where nobody says: buttons and paying write none of it.
alter table checkouts
  add column customer_email varchar(254) null comment 'the customer''s address, as the merchant has it; proves nothing';

-- Of one that was canceled before anybody paid; written as it is canceled, and never by paying.
alter table checkouts
  add column canceled_at datetime(6) null,
  add column canceled_by bigint      null comment 'the member of the business, or 0 for its program; null for the payer';

-- Checkouts that are captured later, and what merchants give back. See db/README.md.

-- Null but while cash is reserved: paying at once touches nothing of this index.
alter table checkouts
  add key checkouts_authorization_ix (authorization_expires_at);

create table refunds (
  id          bigint       not null,
  nonce       binary(12)   not null,
  checkout_id bigint       not null,
  profile_id  bigint       not null comment 'the business that gives back',
  livemode    boolean      not null,
  asset       varchar(8)   character set ascii not null,
  amount      bigint       not null,
  reason      varchar(280) not null default '',
  sequence    bigint       not null comment 'of the checkout, with this refund',
  payment_id  bigint       not null comment 'the transfer that paid',
  transfer_id bigint       not null comment 'the transfer back',
  actor_id    bigint       not null comment 'the member who gave it back, or 0 for a program',
  created_at  datetime(6)  not null,
  primary key (id),
  constraint refunds_amount_ck check (amount > 0),
  constraint refunds_transfer_uk unique (transfer_id),
  key refunds_checkout_ix (checkout_id, id),
  key refunds_payment_ix (payment_id, id),
  key refunds_profile_ix (profile_id, livemode, id)
);

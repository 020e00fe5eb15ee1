-- What happened, written in the transaction in which it happened and told to others after it. See db/README.md.

create table events (
  id         bigint      not null,
  nonce      binary(12)  not null,
  owner_id   bigint      not null comment 'the profile that may hear of it',
  type       varchar(40) character set ascii not null,
  livemode   boolean     not null comment 'false for play money',
  data       mediumtext  not null comment 'JSON: the object as it stood then, as the API gives it',
  pending    boolean     not null default true comment 'until it is fanned out to those who listen',
  created_at datetime(6) not null,
  primary key (id),
  key events_pending_ix (pending, id),
  key events_owner_ix (owner_id, livemode, id)
);

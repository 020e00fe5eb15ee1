-- Callbacks to merchants' servers. See db/README.md.

create table webhook_endpoints (
  id                    bigint         not null,
  nonce                 binary(12)     not null,
  profile_id            bigint         not null,
  livemode              boolean        not null comment 'hears of real cash, or of play money',
  url                   varchar(2000)  not null,
  events                varchar(2000)  character set ascii not null comment 'the types it hears of, comma-separated, or *',
  secret                varbinary(255) not null comment 'sealed by the secret-key',
  previous_secret       varbinary(255) null comment 'signs too, for a while after a rotation',
  previous_secret_until datetime(6)    null,
  state                 enum('enabled', 'disabled', 'gone', 'given_up', 'deleted') not null,
  failing_since         datetime(6)    null comment 'no success since',
  created_at            datetime(6)    not null,
  primary key (id),
  constraint webhook_endpoints_previous_ck check ((previous_secret is null) = (previous_secret_until is null)),
  key webhook_endpoints_profile_ix (profile_id, livemode)
);

create table deliveries (
  id          bigint      not null,
  nonce       binary(12)  not null,
  endpoint_id bigint      not null,
  event_id    bigint      not null,
  state       enum('pending', 'delivered', 'failed') not null,
  created_at  datetime(6) not null,
  finished_at datetime(6) null,
  primary key (id),
  constraint deliveries_event_uk unique (event_id, endpoint_id),
  constraint deliveries_finished_ck check ((state = 'pending') = (finished_at is null)),
  key deliveries_endpoint_ix (endpoint_id, id)
);

create table delivery_queue (
  delivery_id bigint      not null comment 'pending ones only: the row goes when the delivery is finished',
  endpoint_id bigint      not null,
  due_at      datetime(6) not null comment 'while it is being sent: when its lease ends and another may try',
  claims      int         not null default 0 comment 'how often it was taken up; tells who took it last',
  failures    int         not null default 0 comment 'since it was queued; the next wait follows from it',
  primary key (delivery_id),
  key delivery_queue_due_ix (endpoint_id, due_at)
);

create table delivery_attempts (
  delivery_id     bigint        not null,
  number          int           not null comment 'of its claim; a claim whose node died leaves a gap',
  started_at      datetime(6)   not null,
  duration_millis bigint        not null,
  status          smallint      not null comment 'of HTTP, or 0 where no answer came',
  fault           enum('none', 'name_unknown', 'address_refused', 'not_connected', 'not_trusted', 'timed_out', 'broken_off')
                                not null,
  answer          varchar(2000) not null comment 'the beginning of the body',
  primary key (delivery_id, number)
);

-- The ledger: accounts, transfers, entries, holds, operations. See db/README.md.

create table nodes (
  id         bigint      not null auto_increment comment 'each process takes the next one at its start',
  started_at datetime(6) not null,
  primary key (id)
);

create table accounts (
  id        bigint      not null,
  owner_id  bigint      not null comment 'the profile, or 0 for the system',
  type      enum('wallet', 'bank', 'vault', 'fees', 'in_transit') not null,
  asset     varchar(8)  character set ascii not null,
  balance   bigint      not null default 0 comment 'units of the asset, what is held included',
  held      bigint      not null default 0 comment 'units promised by open holds',
  frozen    boolean     not null default false comment 'no new outgoing postings',
  version   bigint      not null default 0 comment 'how many postings touched it',
  opened_at datetime(6) not null,
  primary key (id),
  constraint accounts_owner_uk unique (owner_id, type, asset),
  constraint accounts_held_ck check (held >= 0),
  constraint accounts_available_ck check (type <> 'wallet' or balance >= held)
);

create table transfers (
  id                bigint       not null,
  nonce             binary(12)   not null,
  kind              enum('send', 'gift', 'give', 'payment', 'refund', 'deposit', 'redemption', 'grant') not null,
  state             enum('held', 'waiting', 'posted', 'voided', 'declined', 'retracted', 'expired') not null,
  asset             varchar(8)   character set ascii not null,
  amount            bigint       not null,
  amount_posted     bigint       not null default 0,
  debit_account_id  bigint       not null,
  credit_account_id bigint       null comment 'not known while it waits for someone',
  actor_id          bigint       not null comment 'the member who acted, or 0 for the system',
  message           varchar(280) not null default '',
  visibility        enum('private', 'public') not null default 'private',
  metadata          varchar(4096) null comment 'JSON, as it was sent',
  reason            varchar(280) not null default '' comment 'why it was declined or retracted',
  created_at        datetime(6)  not null,
  expires_at        datetime(6)  null,
  finished_at       datetime(6)  null comment 'posted, or ended otherwise',
  primary key (id),
  constraint transfers_amount_ck check (amount > 0),
  constraint transfers_posted_ck check (amount_posted between 0 and amount and (state = 'posted') = (amount_posted > 0)),
  constraint transfers_finished_ck check ((state in ('held', 'waiting')) = (finished_at is null)),
  constraint transfers_credit_ck check (credit_account_id is not null or state <> 'posted')
);

create table entries (
  id            bigint      not null,
  transfer_id   bigint      not null,
  account_id    bigint      not null,
  amount        bigint      not null comment 'signed units; the legs of a transfer sum to zero',
  balance_after bigint      not null,
  created_at    datetime(6) not null,
  primary key (id),
  constraint entries_amount_ck check (amount <> 0),
  key entries_account_ix (account_id, id)
);

create table holds (
  transfer_id      bigint      not null comment 'open holds only: the row goes when the hold is posted or released',
  debit_account_id bigint      not null,
  amount           bigint      not null,
  expires_at       datetime(6) not null,
  primary key (transfer_id),
  constraint holds_amount_ck check (amount > 0),
  key holds_debit_ix (debit_account_id, transfer_id),
  key holds_expires_ix (expires_at)
);

create table operations (
  id          binary(16)  not null comment 'made by the requester''s side; derived from its idempotency key where there is one',
  posting_key bigint      not null comment 'tells the posting that wrote this row from its twins',
  fingerprint binary(16)  not null comment 'of what was asked for: the same id with other content is refused',
  transfer_id bigint      not null,
  refusal     varchar(40) character set ascii not null default '' comment 'empty where it was accepted',
  decided_at  datetime(6) not null,
  primary key (id)
);

-- Buttons: merchants' stored, priced offers that a page can embed. See db/README.md.

create table buttons (
  id           bigint        not null,
  nonce        binary(12)    not null,
  profile_id   bigint        not null comment 'the business that is to be paid',
  livemode     boolean       not null,
  kind         enum('fixed', 'open', 'gift') not null,
  state        enum('active', 'retired') not null,
  revision     int           not null default 1 comment 'grows with each change of what a payer consents to',
  asset        varchar(8)    character set ascii not null,
  amount       bigint        null comment 'the price of one; else what is suggested first',
  min_amount   bigint        null comment 'the least, where the payer chooses',
  suggested    varchar(200)  character set ascii not null default '' comment 'units, with commas between',
  goal         bigint        null,
  max_quantity int           not null default 1,
  stock        bigint        null comment 'how many are left; null where nobody counts',
  sold         bigint        not null default 0 comment 'how many were',
  payments     bigint        not null default 0,
  collected    bigint        not null default 0 comment 'what all payments came to',
  description  varchar(280)  not null,
  return_url   varchar(2000) character set ascii null,
  cancel_url   varchar(2000) character set ascii null,
  created_at   datetime(6)   not null,
  primary key (id),
  constraint buttons_mode_ck check (livemode = (asset <> 'XTS')),
  constraint buttons_price_ck check (amount > 0 and (amount is not null or kind <> 'fixed')),
  constraint buttons_least_ck check (min_amount > 0),
  constraint buttons_goal_ck check (goal > 0),
  constraint buttons_quantity_ck check (max_quantity > 0),
  constraint buttons_stock_ck check (stock >= 0),
  constraint buttons_sold_ck check (sold >= payments and payments >= 0 and collected >= 0),
  key buttons_profile_ix (profile_id, livemode, id)
);

-- Which button a checkout came from; null where a merchant's program asked for it.
alter table checkouts
  add column button_id bigint null,
  add key checkouts_button_ix (button_id, id);

-- What wallets may hold and send at most, by who they are and how well we know them. See db/README.md.

create table limits (
  limit_class  tinyint    not null comment 'as accounts.limit_class names it; 0 is without limits, and not here',
  kind         enum('person', 'business') not null,
  tier         enum('basic', 'email', 'identity') not null,
  asset        varchar(8) character set ascii not null,
  balance      bigint     null comment 'units that a wallet may hold once something arrives; null where there is no limit',
  per_transfer bigint     null,
  per_day      bigint     null comment 'days and months are UTC',
  per_month    bigint     null,
  primary key (limit_class),
  constraint limits_uk unique (kind, tier, asset)
);

insert into limits (limit_class, kind, tier, asset, balance, per_transfer, per_day, per_month) values
  (1, 'person',   'basic',    'USD',     10000000,    2500000,    5000000,    20000000),
  (2, 'person',   'email',    'USD',     50000000,   10000000,   20000000,   100000000),
  (3, 'person',   'identity', 'USD',    500000000,  100000000,  200000000,  1000000000),
  (4, 'business', 'basic',    'USD',    100000000,   10000000,   20000000,   200000000),
  (5, 'business', 'email',    'USD',   1000000000,   50000000,  200000000,  2000000000),
  (6, 'business', 'identity', 'USD',         null, 2500000000, 5000000000, 50000000000);

alter table profiles
  add column tier enum('basic', 'email', 'identity') not null default 'basic'
    comment 'how well we know whose it is' after state;

alter table accounts
  add column limit_class tinyint not null default 0 comment 'which row of limits applies; 0 for none' after frozen,
  add column spent_on    date    not null default '1970-01-01' comment 'the last day (UTC) on which anything was counted' after limit_class,
  add column spent_day   bigint  not null default 0 comment 'units that left, or were reserved to, on that day' after spent_on,
  add column spent_month bigint  not null default 0 comment 'units in that month, the day included' after spent_day;

alter table operations
  modify column refusal varchar(64) character set ascii not null default ''
    comment 'empty where it was accepted; else the reason, and the amounts that its text names';

update profiles p
join members m on m.profile_id = p.id
set p.tier = 'email'
where m.email_confirmed_at is not null;

update profiles p
join team_members t on t.profile_id = p.id and t.role = 'owner'
join members m on m.id = t.member_id
set p.tier = 'email'
where m.email_confirmed_at is not null;

update accounts a
join profiles p on p.id = a.owner_id
join limits l on l.kind = p.kind and l.tier = p.tier and l.asset = a.asset
set a.limit_class = l.limit_class
where a.type = 'wallet';

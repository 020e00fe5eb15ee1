-- Businesses: what they say of themselves, who is invited to their teams, what became of the teams, keys with permissions. See db/README.md.

create table businesses (
  profile_id    bigint       not null,
  address       varchar(300) not null default '' comment 'where it is, on several lines',
  contact_email varchar(254) not null default '' comment 'shown to everybody; empty where it has none',
  color         char(7)      character set ascii not null default '#0b5345' comment 'as CSS writes it: #rrggbb',
  made_by       bigint       not null comment 'the member, or 0 for the system',
  updated_at    datetime(6)  not null,
  primary key (profile_id),
  constraint businesses_profile_fk foreign key (profile_id) references profiles (id)
);

insert into businesses (profile_id, made_by, updated_at)
select
  id,
  0,
  created_at
from profiles
where kind = 'business';

create table pictures (
  profile_id bigint      not null,
  version    binary(32)  not null comment 'SHA-256 of the picture; its beginning stands in its URL',
  png        mediumblob  not null comment 'made by us from what was sent',
  made_at    datetime(6) not null,
  primary key (profile_id),
  constraint pictures_profile_fk foreign key (profile_id) references profiles (id)
);

create table team_invitations (
  id           bigint         not null,
  profile_id   bigint         not null comment 'the business',
  role         enum('owner', 'manager', 'developer', 'cashier') not null,
  note         varchar(80)    not null default '' comment 'whom it is meant for, in the team''s own words',
  token_hash   binary(32)     not null comment 'of what stands in the link',
  sealed_token varbinary(128) null comment 'encrypted, for the team to copy again; gone once it ended',
  made_by      bigint         not null,
  made_at      datetime(6)    not null,
  expires_at   datetime(6)    not null,
  ended_at     datetime(6)    null,
  primary key (id),
  constraint team_invitations_token_uk unique (token_hash),
  constraint team_invitations_ended_ck check ((ended_at is null) = (sealed_token is not null)),
  key team_invitations_profile_ix (profile_id, id)
);

create table team_changes (
  id         bigint      not null,
  profile_id bigint      not null comment 'the business',
  change_of  enum('founded', 'invited', 'withdrawn', 'joined', 'role', 'removed', 'left') not null,
  actor_id   bigint      not null comment 'the member who did it, or 0 for the system',
  member_id  bigint      not null comment 'whom it befell, or 0 where nobody is known yet',
  role       enum('owner', 'manager', 'developer', 'cashier') not null comment 'afterwards, or until then',
  changed_at datetime(6) not null,
  primary key (id),
  key team_changes_profile_ix (profile_id, id)
);

alter table api_keys
  add column name varchar(80) not null default '' comment 'what the team calls it' after livemode,
  add column permissions varchar(200) character set ascii not null default 'read checkouts:write refunds:write buttons:write webhooks:write'
    comment 'separated by spaces' after name,
  add column last_used_at datetime(6) null comment 'written at most once a minute' after made_at,
  add column expires_at datetime(6) null comment 'where it was rolled: when the old one ends' after last_used_at;

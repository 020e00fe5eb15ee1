-- Leaving for good: wallets that are closed, and what the law makes us keep of whoever left. See db/README.md.

alter table accounts
  add column closed boolean not null default false comment 'its owner left: nothing arrives any more' after frozen;

create table departed_members (
  member_id   bigint         not null,
  profile_id  bigint         not null,
  sealed      varbinary(4000) not null comment 'who they were, encrypted',
  departed_at datetime(6)    not null,
  erase_at    datetime(6)    not null,
  primary key (member_id),
  key departed_members_erase_ix (erase_at)
);

alter table consents
  drop foreign key consents_member_fk;

alter table consents
  add constraint consents_member_fk foreign key (member_id) references members (id) on delete cascade;

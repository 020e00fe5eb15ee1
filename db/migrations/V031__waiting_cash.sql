-- Cash that waits for an address: told of by mail, and handed over once the address is confirmed; and who wants which mail. See db/README.md.

alter table invitations
  modify email varchar(254) character set utf8mb4 collate utf8mb4_bin not null comment 'as members.email is kept',
  add column mail enum('due', 'ended', 'none') not null default 'due' comment 'whether one is to be written: to whom it waits for, or to its sender about how it ended',
  add column mailed boolean not null default false comment 'whether whom it waits for was told',
  add key invitations_email_ix (email, transfer_id),
  add key invitations_mail_ix (mail, transfer_id);

update invitations
set mail = 'none';

create table confirmed_addresses (
  id    bigint       not null auto_increment,
  email varchar(254) character set utf8mb4 collate utf8mb4_bin not null,
  primary key (id)
);

insert into confirmed_addresses (email)
select distinct members.email
from members
join invitations on invitations.email = members.email
where members.email_confirmed_at is not null
  and invitations.ended_at is null;

create table notification_choices (
  member_id  bigint      not null,
  kind       enum('cash_received', 'waiting_cash', 'endpoint_disabled') not null,
  profile_id bigint      not null comment 'the member''s',
  wanted     boolean     not null,
  told_at    datetime(6) null comment 'when such a mail was last written, where there may be many',
  primary key (member_id, kind),
  constraint notification_choices_member_fk foreign key (member_id) references members (id) on delete cascade,
  key notification_choices_profile_ix (profile_id, kind)
);

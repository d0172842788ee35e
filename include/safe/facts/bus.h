/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Transfers over buses: the buffers are free again when they return.
 */
#ifndef _SAFE_FACTS_BUS_H
#define _SAFE_FACTS_BUS_H

#include <linux/i2c.h>
#include <linux/spi/spi.h>
#include <linux/usb.h>
#include <linux/hid.h>
#include <linux/pci.h>
#include <linux/mfd/core.h>
#include <linux/mmc/sdio_func.h>
#include <safe/annotations.h>

int i2c_transfer(struct i2c_adapter * __borrowed __deref adap,
		struct i2c_msg * __borrowed msgs,
		int num) __sleeps;
int __i2c_transfer(struct i2c_adapter * __borrowed adap, struct i2c_msg * __borrowed msgs,
		int num);
int i2c_master_recv(const struct i2c_client * __borrowed client, char * __borrowed buf,
		int count);
int i2c_master_send(const struct i2c_client * __borrowed client,
		const char * __borrowed buf, int count);
s32 i2c_smbus_read_byte_data(const struct i2c_client * __borrowed __deref client,
		u8 command)
		__sleeps;
s32 i2c_smbus_write_byte_data(const struct i2c_client * __borrowed __deref client,
		u8 command,
		u8 value) __sleeps;
s32 i2c_smbus_read_i2c_block_data(const struct i2c_client * __borrowed client, u8 command,
		u8 length, u8 * __borrowed values);
s32 i2c_smbus_write_i2c_block_data(const struct i2c_client * __borrowed client,
		u8 command, u8 length, const u8 * __borrowed values);
int spi_sync(struct spi_device * __borrowed spi, struct spi_message * __borrowed message)
		__sleeps;
int spi_write_then_read(struct spi_device * __borrowed spi, const void * __borrowed txbuf,
		unsigned n_tx, void * __borrowed rxbuf, unsigned n_rx) __sleeps;
int usb_control_msg(struct usb_device * __borrowed dev, unsigned int pipe, __u8 request,
		__u8 requesttype, __u16 value, __u16 index, void * __borrowed data,
		__u16 size, int timeout) __sleeps;
int usb_control_msg_send(struct usb_device * __borrowed dev, __u8 endpoint, __u8 request,
		__u8 requesttype, __u16 value, __u16 index, const void * __borrowed data,
		__u16 size, int timeout, gfp_t memflags);
int usb_control_msg_recv(struct usb_device * __borrowed dev, __u8 endpoint, __u8 request,
		__u8 requesttype, __u16 value, __u16 index, void * __borrowed data,
		__u16 size, int timeout, gfp_t memflags);
int usb_bulk_msg(struct usb_device * __borrowed usb_dev, unsigned int pipe,
		void * __borrowed data, int len, int * __borrowed actual_length,
		int timeout) __sleeps;
int usb_interrupt_msg(struct usb_device * __borrowed usb_dev, unsigned int pipe,
		void * __borrowed data, int len, int * __borrowed actual_length,
		int timeout) __sleeps;
int usb_get_descriptor(struct usb_device * __borrowed dev, unsigned char desctype,
		unsigned char descindex, void * __borrowed buf, int size);
int usb_string(struct usb_device * __borrowed dev, int index, char * __borrowed buf,
		size_t size);
struct urb *usb_alloc_urb(int iso_packets, gfp_t mem_flags) __returns_owned __returns_null
		__released_by("usb_free_urb");
void usb_free_urb(struct urb * __puts urb);
void *usb_alloc_coherent(struct usb_device * __borrowed dev, size_t size, gfp_t mem_flags,
		dma_addr_t * __borrowed dma) __returns_owned __returns_null
		__released_by("usb_free_coherent");
void usb_free_coherent(struct usb_device * __borrowed dev, size_t size,
		void * __takes addr, dma_addr_t dma);
int sdio_memcpy_fromio(struct sdio_func * __borrowed func, void * __borrowed dst,
		unsigned int addr, int count);
int sdio_memcpy_toio(struct sdio_func * __borrowed func, unsigned int addr,
		void * __borrowed src, int count);
int pci_read_config_byte(const struct pci_dev * __borrowed dev, int where,
		u8 * __borrowed val);
int pci_read_config_word(const struct pci_dev * __borrowed dev, int where,
		u16 * __borrowed val);
int pci_read_config_dword(const struct pci_dev * __borrowed dev, int where,
		u32 * __borrowed val);

#endif /* _SAFE_FACTS_BUS_H */
